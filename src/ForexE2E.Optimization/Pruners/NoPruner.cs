namespace ForexE2E.Optimization.Pruners;

/// <summary>Never gives up; counts the windows.</summary>
public sealed class NoPruner : IPruner
{
    public WindowTally Tally { get; private set; } = new(0, 0, 0);

    public void Report(WindowReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Tally = Tally with { Run = Tally.Run + 1 };
    }

    public string? ReasonToPrune(int trial) => null;

    public void End(int trial, bool completed)
    {
        // Nothing is learnt from ends when nothing is given up.
    }
}
