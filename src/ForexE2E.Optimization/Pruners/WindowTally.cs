namespace ForexE2E.Optimization.Pruners;

/// <summary>Windows counted by what became of them.</summary>
/// <param name="Run">Windows reported.</param>
/// <param name="Saved">Windows that trials given up did not run.</param>
/// <param name="TrialsPruned">Trials given up.</param>
public sealed record WindowTally(int Run, int Saved, int TrialsPruned)
{
    /// <summary>Share of all windows that need not run, 0 to 1.</summary>
    public double SavedShare => Run + Saved == 0 ? 0 : (double)Saved / (Run + Saved);
}
