using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Optimization.Stopping;

/// <summary>
/// Stops when all trials together have taken their CPU time, as measured on the workers' threads. Of trials under way the windows
/// done count; where nothing was measured, the time from a trial's beginning to its end stands for it.
/// </summary>
/// <param name="CpuTime">Over all workers; 2 hours on 4 cores are 8.</param>
public sealed record WorkBudget(TimeSpan CpuTime) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(run);
        TimeSpan spent = SpentBy(run);
        return spent >= CpuTime
            ? FormattableString.Invariant($"The CPU budget of {CpuTime.TotalHours:0.####} hours is spent: {spent.TotalHours:0.####} hours.")
            : null;
    }

    /// <summary>CPU time the trials of a run have taken so far.</summary>
    public static TimeSpan SpentBy(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return TimeSpan.FromTicks(run.Trials.Values.Sum(t => (t.CpuTime ?? Between(t)).Ticks));
    }

    private static TimeSpan Between(Trial trial) =>
        trial.FinishedAt is { } end && end > trial.CreatedAt ? end - trial.CreatedAt : TimeSpan.Zero;
}
