using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Strategy.Tests.Riskfolio;

/// <summary>Tables that solvers stumble over have an answer all the same.</summary>
public sealed class DegenerateTableTests
{
    public static TheoryData<RiskMeasure> Measures => [.. Enum.GetValues<RiskMeasure>()];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Equal_columns_share_their_weight_equally(RiskMeasure measure)
    {
        double[] three = Drawn.Returns(8, 3, 90);
        double[] four = [.. Enumerable.Range(0, 90).SelectMany(t => new[] { three[3 * t], three[(3 * t) + 1], three[(3 * t) + 2], three[3 * t] })];
        foreach (PortfolioTerms terms in All(measure, 0.45))
        {
            Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(4, four), terms);
            Assert.Equal(p.Weights[0], p.Weights[3], 1.1e-8);
            Assert.Equal(1, p.Weights.Sum(), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_column_that_never_moves_takes_what_it_may_under_least_risk(RiskMeasure measure)
    {
        double[] returns = Drawn.Returns(9, 4, 90);
        for (int t = 0; t < 90; t++)
        {
            returns[(4 * t) + 2] = 0;
        }

        Assert.Equal(0.4, PortfolioOptimizer.Optimize(Drawn.Table(4, returns), new PortfolioTerms { Measure = measure, Objective = PortfolioObjective.MinRisk, MaxWeight = 0.4 }).Weights[2], 1e-7);
        foreach (PortfolioTerms terms in All(measure, 0.4))
        {
            Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(4, returns), terms);
            Assert.Equal(1, p.Weights.Sum(), 1e-9);
            Assert.All(p.Weights, w => Assert.InRange(w, 0, 0.4));
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Fewer_periods_than_assets_and_all_kinds_of_small_tables_are_answered_within_the_bounds(RiskMeasure measure)
    {
        foreach ((int assets, int periods) in new[] { (6, 2), (8, 5), (12, 25), (2, 2), (20, 40), (1, 30) })
        {
            foreach (PortfolioTerms terms in All(measure, Math.Max(0.3, 1.5 / assets)))
            {
                Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table((ulong)assets, assets, periods), terms);
                Assert.Equal(1, p.Weights.Sum() + (assets == 1 ? 1 - terms.MaxWeight : 0), 1e-9);
                Assert.All(p.Weights, w => Assert.InRange(w, 0, terms.MaxWeight));
                Assert.True(double.IsFinite(p.Metrics.Risk) && double.IsFinite(p.Metrics.ExpectedReturn));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_table_of_zeros_is_answered(RiskMeasure measure)
    {
        foreach (PortfolioTerms terms in All(measure, 0.5))
        {
            Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(3, new double[60]), terms);
            Assert.Equal([0.33333334, 0.33333333, 0.33333333], p.Weights.OrderDescending());
        }
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ReturnTable(["A", "A"], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new ReturnTable(["A", "B"], [1, 2]));
        Assert.Throws<ArgumentException>(() => new ReturnTable(["A", "B"], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new ReturnTable(["A"], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new ReturnTable([], []));
    }

    private static IEnumerable<PortfolioTerms> All(RiskMeasure measure, double greatest) =>
        Enum.GetValues<PortfolioObjective>().Select(o => new PortfolioTerms { Measure = measure, Objective = o, MaxWeight = Math.Min(1, greatest) })
            .Append(new PortfolioTerms { Measure = measure, RiskParity = true, MaxWeight = Math.Min(1, greatest) });
}
