using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>
/// Stops when all trials together have taken their CPU time. A trial occupies one core from its start to its end, so its
/// CPU time is taken as the time between; trials under way count when they end.
/// </summary>
/// <param name="CpuTime">Over all workers; 2 hours on 4 cores are 8.</param>
public sealed record WorkBudget(TimeSpan CpuTime) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(run);
        var spent = TimeSpan.FromTicks(run.Trials.Values.Where(t => t.FinishedAt is not null).Sum(t => Math.Max(0, (t.FinishedAt!.Value - t.CreatedAt).Ticks)));
        return spent >= CpuTime
            ? FormattableString.Invariant($"The CPU budget of {CpuTime.TotalHours:0.##} hours is spent: {spent.TotalHours:0.##} hours.")
            : null;
    }
}
