using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Optimization.Pruners;

/// <summary>Windows counted by what became of them.</summary>
/// <param name="Run">Windows reported.</param>
/// <param name="Saved">Windows that trials given up did not run.</param>
/// <param name="TrialsPruned">Trials given up.</param>
public sealed record WindowTally(int Run, int Saved, int TrialsPruned)
{
    /// <summary>Counted from the ended trials of a run, as stored: what was saved before a resumption counts too.</summary>
    public static WindowTally Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        int whole = run.Record.InSampleWindows;
        Trial[] pruned = [.. run.Trials.Values.Where(t => t.State == TrialState.Pruned)];
        int ran = run.Trials.Values.Where(t => t.IsFinished).Sum(t => t.Windows ?? (t.State == TrialState.Completed ? whole : 0));
        return new WindowTally(ran, pruned.Sum(t => whole - (t.Windows ?? whole)), pruned.Length);
    }

    /// <summary>Share of all windows that need not run, 0 to 1.</summary>
    public double SavedShare => Run + Saved == 0 ? 0 : (double)Saved / (Run + Saved);
}
