using System.Collections.Immutable;

namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// The losses of every trial window by window. Trials are compared only over windows both ran, so that an easy or a hard
/// market period favours nobody.
/// </summary>
internal sealed class WindowLedger(int objectives, int windows)
{
    private readonly SortedDictionary<int, Entry> _entries = [];
    private readonly List<int> _completed = [];

    public WindowTally Tally { get; private set; } = new(0, 0, 0);

    /// <summary>Trials that completed, in the order they did.</summary>
    public IReadOnlyList<int> Completed => _completed;

    /// <summary>Windows of a whole trial.</summary>
    public int Windows => windows;

    public int Objectives => objectives;

    public void Report(WindowReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Window < 0 || report.Window >= windows)
        {
            throw new ArgumentOutOfRangeException(nameof(report), report.Window, FormattableString.Invariant($"The window must be 0 to {windows - 1}."));
        }

        if (!_entries.TryGetValue(report.Trial, out Entry? entry))
        {
            _entries[report.Trial] = entry = new Entry(windows);
        }

        bool isNew = entry.Losses[report.Window].IsDefault;
        entry.Losses[report.Window] = IsSound(report.Losses) ? report.Losses : [];
        entry.Violation = Math.Max(entry.Violation, report.Violation);
        if (isNew)
        {
            entry.Order.Add(report.Window);
            // Only what was taken over the first windows, all of them, can be compared with what others had by then.
            bool isFromStart = entry.Order.Count == report.Window + 1;
            entry.SoFar[report.Window] = isFromStart && IsSound(report.SoFar) ? report.SoFar : [];
        }

        Tally = Tally with { Run = Tally.Run + (isNew ? 1 : 0) };
    }

    /// <summary>Losses of a trial's first windows up to this one taken together; empty where they are not known.</summary>
    public ImmutableArray<double> SoFar(int trial, int window) =>
        _entries.TryGetValue(trial, out Entry? entry) && !entry.SoFar[window].IsDefault ? entry.SoFar[window] : [];

    public void End(int trial, bool completed, bool pruned)
    {
        if (completed)
        {
            _completed.Add(trial);
        }
        else if (pruned && _entries.TryGetValue(trial, out Entry? entry))
        {
            Tally = Tally with { Saved = Tally.Saved + windows - entry.Count, TrialsPruned = Tally.TrialsPruned + 1 };
        }
    }

    public int WindowsOf(int trial) => _entries.TryGetValue(trial, out Entry? entry) ? entry.Count : 0;

    /// <summary>How far limits are broken beyond mending; 0 for none.</summary>
    public double ViolationOf(int trial) => _entries.TryGetValue(trial, out Entry? entry) ? entry.Violation : 0;

    /// <summary>Losses of one window; empty when it was not run or an objective was undefined.</summary>
    public ImmutableArray<double> At(int trial, int window) =>
        _entries.TryGetValue(trial, out Entry? entry) && !entry.Losses[window].IsDefault ? entry.Losses[window] : [];

    /// <summary>Windows of a trial in the order they were reported.</summary>
    public IReadOnlyList<int> OrderOf(int trial) => _entries.TryGetValue(trial, out Entry? entry) ? entry.Order : [];

    /// <summary>Mean losses of a trial over the windows another one ran; null when it lacks one of them. Undefined windows of either count for neither.</summary>
    public double[]? MeanOver(int trial, int windowsOf)
    {
        if (!_entries.TryGetValue(trial, out Entry? own) || !_entries.TryGetValue(windowsOf, out Entry? other))
        {
            return null;
        }

        double[] sum = new double[objectives];
        int n = 0;
        for (int w = 0; w < windows; w++)
        {
            if (other.Losses[w].IsDefaultOrEmpty)
            {
                continue;
            }

            if (own.Losses[w].IsDefault)
            {
                return null;
            }

            if (!own.Losses[w].IsEmpty)
            {
                n++;
                for (int j = 0; j < objectives; j++)
                {
                    sum[j] += own.Losses[w][j];
                }
            }
        }

        return n == 0 ? null : [.. sum.Select(s => s / n)];
    }

    /// <summary>Trials that ran at least as many windows and can be compared over those of a trial, by number.</summary>
    public IEnumerable<(int Trial, double[] Mean)> Peers(int trial)
    {
        int count = WindowsOf(trial);
        foreach ((int other, Entry entry) in _entries)
        {
            if (other != trial && entry.Count >= count && MeanOver(other, trial) is { } mean)
            {
                yield return (other, mean);
            }
        }
    }

    private bool IsSound(ImmutableArray<double> losses) => !losses.IsDefault && losses.Length == objectives && losses.All(double.IsFinite);

    private sealed class Entry(int windows)
    {
        public ImmutableArray<double>[] Losses { get; } = new ImmutableArray<double>[windows];

        public ImmutableArray<double>[] SoFar { get; } = new ImmutableArray<double>[windows];

        public List<int> Order { get; } = [];

        public int Count => Order.Count;

        public double Violation { get; set; }
    }
}
