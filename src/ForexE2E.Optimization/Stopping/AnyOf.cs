using System.Collections.Immutable;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Stops when one of several rules does, with the reason of the first that does.</summary>
public sealed class AnyOf(ImmutableArray<IStopRule> rules) : IStopRule
{
    public ImmutableArray<IStopRule> Rules { get; } = rules;

    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        foreach (IStopRule rule in Rules)
        {
            if (rule.ReasonToStop(run, elapsed) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }
}
