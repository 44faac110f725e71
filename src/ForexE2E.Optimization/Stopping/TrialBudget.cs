using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Stops when a number of trials has ended well or badly.</summary>
public sealed record TrialBudget(int Trials) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Finished >= Trials ? FormattableString.Invariant($"The budget of {Trials} trials is spent.") : null;
    }
}
