using System.Collections.Immutable;
using ForexE2E.Optimization.Fronts;

namespace ForexE2E.Optimization.Samplers.History;

/// <summary>
/// Who stands before whom: feasible trials by their losses, then pruned ones, then infeasible ones by how far they break
/// limits, then failed ones.
/// </summary>
internal sealed class Standing(int objectives)
{
    private readonly List<Column> _columns = [.. Enumerable.Range(0, objectives).Select(_ => new Column())];
    private readonly Column _others = new();
    private readonly List<ObservedTrial> _trials = [];
    private readonly List<int> _dominators = [];

    /// <summary>Number of feasible trials.</summary>
    public int Feasible => _columns[0].Count;

    /// <summary>Trials that gave some answer: all but the failed.</summary>
    public int Answered { get; private set; }

    public int Objectives => objectives;

    /// <summary>All trials.</summary>
    public int Count => _trials.Count;

    /// <summary>How many feasible trials dominate a feasible one; counted with several objectives only.</summary>
    public int DominatorsOf(int row) => _dominators[row];

    /// <summary>Whether a trial is ranked by its losses: feasible, with all objectives.</summary>
    public bool IsRanked(int row) => _trials[row].IsFeasible && _trials[row].Losses.Length == objectives;

    public ObservedTrial this[int row] => _trials[row];

    public void Add(ObservedTrial trial)
    {
        int row = _trials.Count;
        _trials.Add(trial);
        Answered += trial.IsFailed ? 0 : 1;
        _dominators.Add(0);
        bool ranked = IsRanked(row);
        if (ranked && objectives > 1)
        {
            CountDominators(row);
        }

        for (int j = 0; j < objectives && ranked; j++)
        {
            _columns[j].Insert(row, 0, trial.Losses[j]);
        }

        if (!ranked)
        {
            _others.Insert(row, Class(trial), trial.IsPruned && trial.Violation == 0 ? Total(trial.Losses) : trial.Violation);
        }
    }

    /// <summary>Rows of feasible trials by one objective, best first, equals by age.</summary>
    public ReadOnlySpan<int> By(int objective) => _columns[objective].Rows;

    /// <summary>Rows of the other trials: pruned, infeasible, failed.</summary>
    public ReadOnlySpan<int> Others => _others.Rows;

    /// <summary>Writes, for each row, its place among the feasible by an objective as a fraction in (0, 1]; equal losses share the worst place.</summary>
    public void Places(int objective, Span<float> places)
    {
        ReadOnlySpan<int> rows = _columns[objective].Rows;
        int n = rows.Length;
        for (int end = n; end > 0;)
        {
            double loss = _trials[rows[end - 1]].Losses[objective];
            int start = end;
            while (start > 0 && _trials[rows[start - 1]].Losses[objective] == loss)
            {
                places[rows[--start]] = (float)end / n;
            }

            end = start;
        }
    }

    private void CountDominators(int row)
    {
        ReadOnlySpan<double> losses = _trials[row].Losses.AsSpan();
        foreach (int other in _columns[0].Rows)
        {
            ReadOnlySpan<double> theirs = _trials[other].Losses.AsSpan();
            _dominators[row] += Dominance.Dominates(theirs, losses) ? 1 : 0;
            _dominators[other] += Dominance.Dominates(losses, theirs) ? 1 : 0;
        }
    }

    private static int Class(ObservedTrial trial) => trial switch
    {
        { IsFailed: true } => 3,
        { Violation: > 0 } => 2,
        _ => 1,
    };

    // Pruned trials differ in what they were measured on; their sum of losses is only a hint.
    private static double Total(ImmutableArray<double> losses) => losses.Sum();

    /// <summary>Rows kept sorted by class and key while they are added.</summary>
    private sealed class Column
    {
        private readonly List<(int Class, double Key)> _keys = [];
        private readonly List<int> _rows = [];

        public int Count => _rows.Count;

        public ReadOnlySpan<int> Rows => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows);

        public void Insert(int row, int @class, double key)
        {
            int low = 0;
            int high = _keys.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                bool before = _keys[middle].Class < @class || (_keys[middle].Class == @class && _keys[middle].Key <= key);
                (low, high) = before ? (middle + 1, high) : (low, middle);
            }

            _keys.Insert(low, (@class, key));
            _rows.Insert(low, row);
        }
    }
}
