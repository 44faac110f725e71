using System.Collections.Immutable;
using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Strategy.Tests.Riskfolio;

public sealed class FrontierTests
{
    public static TheoryData<RiskMeasure> Measures => [.. Enum.GetValues<RiskMeasure>()];

    [Theory]
    [MemberData(nameof(Measures))]
    public void It_rises_from_the_least_risk_to_the_greatest_return_and_bends_one_way(RiskMeasure measure)
    {
        ReturnTable table = Drawn.Table(12, 5, 100);
        PortfolioTerms terms = new() { Measure = measure, MaxWeight = 0.5 };
        ImmutableArray<Portfolio> points = PortfolioOptimizer.Frontier(table, terms, 9);
        Assert.Equal(9, points.Length);
        Assert.Equal(PortfolioOptimizer.Optimize(table, terms with { Objective = PortfolioObjective.MinRisk }).Weights.AsEnumerable(), points[0].Weights);
        Assert.Equal(PortfolioOptimizer.Optimize(table, terms with { Objective = PortfolioObjective.MaxRet }).Weights.AsEnumerable(), points[^1].Weights);
        double step = (points[^1].Metrics.ExpectedReturn - points[0].Metrics.ExpectedReturn) / 8;
        for (int i = 1; i < 9; i++)
        {
            Assert.Equal(step, points[i].Metrics.ExpectedReturn - points[i - 1].Metrics.ExpectedReturn, 1e-9);
            Assert.True(points[i].Metrics.Risk >= points[i - 1].Metrics.Risk - 1e-10);
            Assert.True(i < 2 || points[i].Metrics.Risk - (2 * points[i - 1].Metrics.Risk) + points[i - 2].Metrics.Risk > -1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Its_ratios_reach_the_best_ratio_and_never_pass_it(RiskMeasure measure)
    {
        ReturnTable table = Drawn.Table(12, 5, 100);
        PortfolioTerms terms = new() { Measure = measure, MaxWeight = 0.5, RiskFree = 1e-5 };
        double best = PortfolioOptimizer.Optimize(table, terms).Metrics.Ratio!.Value;
        double most = PortfolioOptimizer.Frontier(table, terms, 60).Max(p => p.Metrics.Ratio!.Value);
        Assert.InRange(most, 0.999 * best, best * (1 + 1e-7));
    }

    [Fact]
    public void Bounds_that_leave_one_portfolio_give_one_point()
    {
        Assert.Single(PortfolioOptimizer.Frontier(Drawn.Table(1, 5, 50), new PortfolioTerms { MaxWeight = 0.2 }, 10));
        Assert.Throws<ArgumentException>(() => PortfolioOptimizer.Frontier(Drawn.Table(1, 5, 50), new PortfolioTerms(), 1));
    }
}
