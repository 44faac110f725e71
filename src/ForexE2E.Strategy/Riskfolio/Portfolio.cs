using System.Collections.Immutable;

namespace ForexE2E.Strategy.Riskfolio;

/// <summary>A portfolio: its weights in the order of the assets, what it would have earned and risked, and what to know about it.</summary>
/// <param name="Weights">Fractions of the whole on a grid of 1e-8; what they lack of one is cash.</param>
/// <param name="Remark">Why it is not what was asked for, such as a ratio that no portfolio has; null when it is.</param>
public sealed record Portfolio(ImmutableArray<double> Weights, PortfolioMetrics Metrics, string? Remark);
