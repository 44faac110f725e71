using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Trials;

/// <summary>Work that waits, in line by run; runs of the highest priority are served in turn, the others after them.</summary>
internal sealed class TrialLine
{
    private readonly Dictionary<RunId, LinkedList<Assignment>> _byRun = [];
    private readonly SortedDictionary<int, LinkedList<RunId>> _turns = [];

    /// <summary>Pieces of work that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Runs they belong to.</summary>
    public int Runs => _byRun.Count;

    /// <summary>Puts work at the end of its run's line; a newer attempt replaces an older, the same changes nothing.</summary>
    public void Add(Assignment work) => Put(work, first: false);

    /// <summary>Puts work that came back at the front of its run's line.</summary>
    public void AddFirst(Assignment work) => Put(work, first: true);

    /// <summary>Takes the next work of the run whose turn it is; null when none waits.</summary>
    public Assignment? Take()
    {
        if (_byRun.Count == 0)
        {
            return null;
        }

        LinkedList<RunId> turns = _turns[_turns.Keys.Last()];
        RunId id = turns.First!.Value;
        LinkedList<Assignment> line = _byRun[id];
        Assignment work = line.First!.Value;
        line.RemoveFirst();
        Count--;
        turns.RemoveFirst();
        if (line.Count > 0)
        {
            turns.AddLast(id);
        }
        else
        {
            _byRun.Remove(id);
            Forget(work.Priority);
        }

        return work;
    }

    /// <summary>Forgets a run.</summary>
    public void Remove(RunId id)
    {
        if (_byRun.Remove(id, out LinkedList<Assignment>? line))
        {
            Count -= line.Count;
            int priority = line.First!.Value.Priority;
            _turns[priority].Remove(id);
            Forget(priority);
        }
    }

    private void Forget(int priority)
    {
        if (_turns[priority].Count == 0)
        {
            _turns.Remove(priority);
        }
    }

    private void Put(Assignment work, bool first)
    {
        if (!_byRun.TryGetValue(work.RunId, out LinkedList<Assignment>? line))
        {
            _byRun[work.RunId] = line = new();
            if (!_turns.TryGetValue(work.Priority, out LinkedList<RunId>? turns))
            {
                _turns[work.Priority] = turns = new();
            }

            turns.AddLast(work.RunId);
        }

        for (LinkedListNode<Assignment>? node = line.First; node is not null; node = node.Next)
        {
            if (node.Value.Work == work.Work)
            {
                node.Value = node.Value.Attempt >= work.Attempt ? node.Value : work;
                return;
            }
        }

        _ = first ? line.AddFirst(work) : line.AddLast(work);
        Count++;
    }
}
