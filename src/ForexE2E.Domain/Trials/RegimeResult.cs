using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Domain.Trials;

/// <summary>How good the trades entered in one regime were (docs/metrics.md: metrics of one regime).</summary>
/// <param name="Score">The single score of these metrics, greater is better; null when an objective is undefined.</param>
public sealed record RegimeResult(Regime Regime, PerformanceMetrics Metrics, double? Score);
