using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Stops when a run has taken its time.</summary>
public sealed record TimeBudget(TimeSpan Limit) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed) => elapsed >= Limit
        ? FormattableString.Invariant($"The time limit of {Limit:c} is reached after {elapsed:c}.")
        : null;
}
