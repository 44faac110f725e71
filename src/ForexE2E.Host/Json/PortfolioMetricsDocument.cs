using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Host.Json;

/// <summary>A portfolio's figures of a period.</summary>
internal sealed record PortfolioMetricsDocument(
    double StandardDeviation,
    double Cvar,
    double Cdar,
    double Evar,
    double WorstRealisation,
    double MaxDrawdown,
    double EffectiveAssets,
    IReadOnlyDictionary<string, double>? RiskShares)
{
    public static PortfolioMetricsDocument Of(ReturnTable table, PortfolioMetrics m) => new(
        m.StandardDeviation,
        m.ConditionalValueAtRisk,
        m.ConditionalDrawdownAtRisk,
        m.EntropicValueAtRisk,
        m.WorstRealisation,
        m.MaxDrawdown,
        m.EffectiveAssets,
        m.RiskShares is { } shares ? new Dictionary<string, double>(table.Assets.Zip(shares, KeyValuePair.Create), StringComparer.Ordinal) : null);
}
