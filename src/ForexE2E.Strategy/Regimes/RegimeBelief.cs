using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Regimes;

/// <summary>What the regime model believes at the close of a bar that completes a block: filtered forward, from bars up to this one.</summary>
/// <param name="Bar">Last bar of the block.</param>
/// <param name="Regime">The most probable state; ties on a grid of 1e-6 go to the model's earlier state.</param>
/// <param name="TrendingUp">Probability, 0 to 1; the four sum to 1.</param>
/// <param name="TrendingDown">Probability, 0 to 1.</param>
/// <param name="Ranging">Probability, 0 to 1.</param>
/// <param name="Volatile">Probability, 0 to 1.</param>
public readonly record struct RegimeBelief(int Bar, Regime Regime, double TrendingUp, double TrendingDown, double Ranging, double Volatile);
