using System.Collections.Immutable;
using ForexE2E.Strategy.Riskfolio;
using ForexE2E.Strategy.Riskfolio.Measures;

namespace ForexE2E.Strategy.Tests.Riskfolio;

public sealed class RiskParityTests
{
    public static TheoryData<RiskMeasure> Measures => [.. Enum.GetValues<RiskMeasure>()];

    [Theory]
    [InlineData(RiskMeasure.MV)]
    [InlineData(RiskMeasure.EVaR)]
    public void Under_a_smooth_measure_every_asset_contributes_the_same(RiskMeasure measure)
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(seed, 5, 120), new PortfolioTerms { Measure = measure, RiskParity = true });
            Assert.Null(p.Remark);
            Assert.All(p.Metrics.RiskShares!.Value, share => Assert.Equal(0.2, share, 1e-6));
        }
    }

    // Contributions are equal where risk, times an equal share of the assets, least outweighs the product of the weights: n ln(risk) - sum
    // of ln(weight) does not depend on the size of the position, and is convex in its logarithm's domain wherever the measure has a slope.
    [Theory]
    [MemberData(nameof(Measures))]
    public void No_other_portfolio_spreads_the_same_risk_better(RiskMeasure measure)
    {
        for (ulong seed = 20; seed < 28; seed++)
        {
            ReturnTable table = Drawn.Table(seed, 5, seed % 2 == 0 ? 100 : 60);
            Portfolio p = PortfolioOptimizer.Optimize(table, new PortfolioTerms { Measure = measure, RiskParity = true });
            Assert.Null(p.Remark);
            double own = Spread(table, measure, p.Weights);
            double rival = Drawn.Neighbours(p.Weights, 1e-6, 1, 1000, seed).Min(w => Spread(table, measure, [.. w]));
            Assert.True(rival >= own - 1e-7, $"{measure} {seed}: {rival:R} under {own:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Bounds_hold_under_parity_too(RiskMeasure measure)
    {
        ReturnTable table = Drawn.Table(4, 5, 100);
        Portfolio free = PortfolioOptimizer.Optimize(table, new PortfolioTerms { Measure = measure, RiskParity = true });
        Assert.True(free.Weights.Max() > 0.25);
        Portfolio bound = PortfolioOptimizer.Optimize(table, new PortfolioTerms { Measure = measure, RiskParity = true, MaxWeight = 0.25, MinWeight = 0.12 });
        Assert.All(bound.Weights, w => Assert.InRange(w, 0.12, 0.25));
        Assert.Equal(1, bound.Weights.Sum(), 1e-9);
        Portfolio loose = PortfolioOptimizer.Optimize(table, new PortfolioTerms { Measure = measure, RiskParity = true, MaxWeight = free.Weights.Max() + 0.01 });
        Assert.All(loose.Weights.Zip(free.Weights), p => Assert.Equal(p.First, p.Second, 1e-6));
    }

    [Fact]
    public void An_asset_without_risk_has_no_equal_contribution_and_it_is_said()
    {
        double[] hedge = [.. Drawn.Returns(3, 1, 60).SelectMany(r => new[] { r, -r })];
        Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(2, hedge), new PortfolioTerms { RiskParity = true });
        Assert.Contains("contributions cannot be equal", p.Remark, StringComparison.Ordinal);
        Assert.Equal(0.5, p.Weights[0], 1e-6);
    }

    private static double Spread(ReturnTable table, RiskMeasure measure, ImmutableArray<double> weights)
    {
        double risk = RiskValues.Evaluate(measure, Drawn.Series(table, weights), 0.05, new double[table.Periods]);
        return (weights.Length * Math.Log(measure == RiskMeasure.MV ? Math.Sqrt(risk) : risk)) - weights.Sum(Math.Log);
    }
}
