using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>Who does what in a run: the work that is not yet stored as ended, with attempts and signs of life.</summary>
internal sealed class Roster(RunSettings settings, TimeProvider time)
{
    private readonly SortedDictionary<WorkId, RosterEntry> _entries = [];

    /// <summary>Work not yet stored as ended.</summary>
    public int Count => _entries.Count;

    /// <summary>Work that some worker has begun.</summary>
    public IEnumerable<RosterEntry> Begun => _entries.Values.Where(e => e.Worker is not null && !e.HasEnded);

    /// <summary>Whether a worker is at work, or an end is being stored.</summary>
    public bool IsBusy => _entries.Values.Any(e => e.Worker is not null || e.HasEnded);

    public RosterEntry Add(Assignment assignment) => _entries[assignment.Work] = new RosterEntry(assignment, time.GetTimestamp());

    /// <summary>Puts work on the roster that a worker may still be at, since before this coordinator.</summary>
    public void Await(Assignment assignment) => Add(assignment).IsAwaited = true;

    /// <summary>The entry a report speaks of; null when the work is over or unknown.</summary>
    public RosterEntry? Find(WorkId work) => _entries.GetValueOrDefault(work);

    public void Remove(WorkId work) => _entries.Remove(work);

    /// <summary>Notes a sign of life; true when it is the first of the present attempt.</summary>
    public bool Hear(TrialProtocol.IReport report)
    {
        if (Find(report.Work) is not { } entry)
        {
            return false;
        }

        if (entry.IsAwaited)
        {
            entry.Adopt(report.Attempt);
        }

        if (entry.Assignment.Attempt != report.Attempt)
        {
            return false;
        }

        bool isFirst = entry.Worker is null;
        entry.Worker = report.Worker;
        entry.LastSign = time.GetTimestamp();
        return isFirst;
    }

    /// <summary>Notes that the present attempt failed by an error; the next attempt, or null when there were enough.</summary>
    public Assignment? Fail(RosterEntry entry)
    {
        entry.Failures++;
        return entry.Failures < settings.MaxAttempts ? entry.TryAgain(time.GetTimestamp()) : null;
    }

    /// <summary>Notes that the work was handed back or its worker is lost.</summary>
    public Assignment TryAgain(RosterEntry entry) => entry.TryAgain(time.GetTimestamp());

    /// <summary>Notes that nobody works on it any more, and nobody shall.</summary>
    public void LetGo(WorkId work)
    {
        if (Find(work) is { HasEnded: false } entry)
        {
            entry.Worker = null;
        }
    }

    /// <summary>Work that has lost its worker once too often in a row.</summary>
    public IReadOnlyList<RosterEntry> LostTooOften() =>
        [.. _entries.Values.Where(e => !e.HasEnded && e.Worker is not null && e.Losses + 1 >= settings.MaxLosses && time.GetElapsedTime(e.LastSign) >= settings.TrialSilence)];

    /// <summary>What to offer once more: work that nobody has begun, and work whose worker is silent, as a new attempt.</summary>
    public IReadOnlyList<Assignment> Overdue()
    {
        List<Assignment> overdue = [];
        foreach (RosterEntry entry in _entries.Values.Where(e => !e.HasEnded))
        {
            TimeSpan silence = time.GetElapsedTime(entry.LastSign);
            if (entry.Worker is null && silence >= (entry.IsAwaited ? settings.AdoptWithin : settings.OfferInterval))
            {
                entry.IsAwaited = false;
                entry.LastSign = time.GetTimestamp();
                overdue.Add(entry.Assignment);
            }
            else if (entry.Worker is not null && silence >= settings.TrialSilence)
            {
                entry.Losses++;
                overdue.Add(TryAgain(entry));
            }
        }

        return overdue;
    }
}
