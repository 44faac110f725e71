using System.Collections.Immutable;
using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Host.Json;

/// <summary>What portfolio frontier found, from the least risk to the greatest return.</summary>
internal sealed record FrontierDocument(string RiskMeasure, double Alpha, double RiskFreePerPeriod, int Periods, IReadOnlyList<FrontierPointDocument> Points) : Document("portfolio_frontier")
{
    public static FrontierDocument Of(ReturnTable table, PortfolioTerms terms, ImmutableArray<Portfolio> points) => new(
        terms.Measure.ToString(), terms.Confidence, terms.RiskFree, table.Periods, [.. points.Select(p => FrontierPointDocument.Of(table, p))]);
}
