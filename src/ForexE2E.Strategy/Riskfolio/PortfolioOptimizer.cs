using System.Collections.Immutable;

namespace ForexE2E.Strategy.Riskfolio;

/// <summary>Best portfolios of a table of returns and their efficient frontier; deterministic. docs/portfolio.md has every definition.</summary>
public static class PortfolioOptimizer
{
    /// <summary>The portfolio that the terms ask for.</summary>
    /// <exception cref="ArgumentException">The terms contradict themselves or the number of assets; the message names the bound and the remedy.</exception>
    public static Portfolio Optimize(ReturnTable table, PortfolioTerms terms)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(terms);
        Allocation found = new WeightSearch(table.Matrix, terms.ValidatedFor(table.Assets.Length)).Find();
        return Measured(table, terms, found);
    }

    /// <summary>
    /// Portfolios of least risk for returns in equal steps from that of the least risk of all to the greatest; one portfolio when the two are
    /// the same. Objective and parity are not looked at.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two points, or terms that contradict themselves.</exception>
    public static ImmutableArray<Portfolio> Frontier(ReturnTable table, PortfolioTerms terms, int points)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(terms);
        if (points is < 2 or > 1000)
        {
            throw new ArgumentException(FormattableString.Invariant($"A frontier has 2 to 1000 points, was {points}."), nameof(points));
        }

        PortfolioTerms least = terms.ValidatedFor(table.Assets.Length) with { Objective = PortfolioObjective.MinRisk, RiskParity = false };
        WeightSearch search = new(table.Matrix, least);
        Portfolio first = Measured(table, least, search.Find());
        Portfolio last = Measured(table, least, new WeightSearch(table.Matrix, least with { Objective = PortfolioObjective.MaxRet }).Find());
        double from = first.Metrics.ExpectedReturn, step = (last.Metrics.ExpectedReturn - from) / (points - 1);
        if (step <= WeightBounds.Dust * table.Matrix.Size)
        {
            return [first];
        }

        IEnumerable<Portfolio> between = Enumerable.Range(1, points - 2)
            .Select(i => search.LeastRiskEarning(from + (i * step)))
            .OfType<double[]>()
            .Select(weights => Measured(table, least, new Allocation(weights, null)));
        return [first, .. between, last];
    }

    private static Portfolio Measured(ReturnTable table, PortfolioTerms terms, in Allocation found) =>
        new([.. found.Weights], PortfolioMetrics.Of(table.Matrix, found.Weights, terms), found.Remark);
}
