using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Deployments;

/// <summary>The parameter sets in force for a market; at most one deployment of a market is active.</summary>
/// <param name="Version">Grows with each deployment of the market.</param>
/// <param name="Parameters">By regime; <see cref="Regime.Global"/> serves where a regime has none of its own.</param>
/// <param name="DeployedAt">UTC.</param>
public sealed record Deployment(
    Market Market,
    int Version,
    DeploymentMode Mode,
    ImmutableSortedDictionary<Regime, ParameterSet> Parameters,
    SafetyLimits Safety,
    DateTime DeployedAt,
    string DeployedBy,
    bool IsActive)
{
    /// <summary>The set for a regime: its own, else the global one; null when there is neither.</summary>
    public ParameterSet? For(Regime regime) => Parameters.GetValueOrDefault(regime) ?? Parameters.GetValueOrDefault(Regime.Global);
}
