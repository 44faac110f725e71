namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Gives up on trials that cannot become worth finishing. Its verdicts depend only on the reports and ends it was told of, in
/// that order: build it anew, tell it the same, and it says the same. Not thread-safe.
/// </summary>
public interface IPruner
{
    /// <summary>Takes note of what one window of a trial showed.</summary>
    void Report(WindowReport report);

    /// <summary>The reason to give a trial up now, in words for its record; null to go on.</summary>
    string? ReasonToPrune(int trial);

    /// <summary>Takes note that a trial has ended.</summary>
    /// <param name="completed">Whether others may be measured by it: it ran all windows and kept the limits.</param>
    void End(int trial, bool completed);

    /// <summary>Windows run and windows that giving up saved, so far.</summary>
    WindowTally Tally { get; }
}
