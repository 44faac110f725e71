using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Host.Json;

/// <summary>One portfolio of a frontier.</summary>
internal sealed record FrontierPointDocument(IReadOnlyDictionary<string, double> Weights, double Risk, double ExpectedReturn, double? Ratio)
{
    public static FrontierPointDocument Of(ReturnTable table, Portfolio p) =>
        new(PortfolioDocument.WeightsOf(table, p), p.Metrics.Risk, p.Metrics.ExpectedReturn, p.Metrics.Ratio);
}
