using System.Text.Json.Serialization;
using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Host.Json;

/// <summary>What portfolio optimize found; the three values that programs came for stand first.</summary>
internal sealed record PortfolioDocument(
    [property: JsonPropertyOrder(-9)] IReadOnlyDictionary<string, double> Weights,
    [property: JsonPropertyOrder(-8)] double Risk,
    [property: JsonPropertyOrder(-7)] double ExpectedReturn,
    double? Ratio,
    double Cash,
    string RiskMeasure,
    string Objective,
    bool RiskParity,
    double Alpha,
    double RiskFreePerPeriod,
    int Periods,
    PortfolioMetricsDocument Metrics,
    string? Remark) : Document("portfolio")
{
    public static PortfolioDocument Of(ReturnTable table, PortfolioTerms terms, Portfolio p) => new(
        WeightsOf(table, p),
        p.Metrics.Risk,
        p.Metrics.ExpectedReturn,
        p.Metrics.Ratio,
        CashOf(p),
        terms.Measure.ToString(),
        terms.Objective.ToString(),
        terms.RiskParity,
        terms.Confidence,
        terms.RiskFree,
        table.Periods,
        PortfolioMetricsDocument.Of(table, p.Metrics),
        p.Remark);

    /// <summary>By symbol, in the order of the columns.</summary>
    public static IReadOnlyDictionary<string, double> WeightsOf(ReturnTable table, Portfolio p) =>
        new Dictionary<string, double>(table.Assets.Zip(p.Weights, KeyValuePair.Create), StringComparer.Ordinal);

    /// <summary>What is not invested.</summary>
    public static double CashOf(Portfolio p) => Math.Round(1 - p.Weights.Sum(), 8) + 0.0;
}
