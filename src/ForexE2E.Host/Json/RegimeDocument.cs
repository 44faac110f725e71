using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Json;

/// <summary>Trades entered in one regime. Counts and money add up over the regimes to the whole; docs/metrics.md says what the ratios are of.</summary>
/// <param name="NetProfit">Account currency, windows chained as those of the whole account.</param>
/// <param name="Score">Of these metrics; null when an objective is undefined.</param>
internal sealed record RegimeDocument(string Regime, int Trades, int Wins, int Losses, double NetProfit, double? Score, PerformanceMetrics Metrics)
{
    /// <summary>The four states in their order; empty for a trial whose entries are restricted to one.</summary>
    public static IReadOnlyList<RegimeDocument> Of(IEnumerable<RegimeResult> regimes) =>
    [
        .. regimes.Select(r => new RegimeDocument(
            r.Regime.ToName(), r.Metrics.TotalTrades, r.Metrics.WinningTrades, r.Metrics.LosingTrades, r.Metrics.TotalReturn, r.Score, r.Metrics)),
    ];
}
