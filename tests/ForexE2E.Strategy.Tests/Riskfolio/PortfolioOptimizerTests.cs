using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Strategy.Tests.Riskfolio;

public sealed class PortfolioOptimizerTests
{
    private static readonly (double Least, double Greatest)[] Bounds = [(0, 0.3), (0.05, 0.5), (0, 1)];

    public static TheoryData<RiskMeasure, PortfolioObjective> Goals
    {
        get
        {
            TheoryData<RiskMeasure, PortfolioObjective> goals = [];
            foreach (RiskMeasure measure in Enum.GetValues<RiskMeasure>())
            {
                foreach (PortfolioObjective objective in Enum.GetValues<PortfolioObjective>())
                {
                    goals.Add(measure, objective);
                }
            }

            return goals;
        }
    }

    [Theory]
    [MemberData(nameof(Goals))]
    public void No_other_portfolio_within_the_bounds_does_better(RiskMeasure measure, PortfolioObjective objective)
    {
        for (int k = 0; k < 12; k++)
        {
            (double least, double greatest) = Bounds[k % 3];
            PortfolioTerms terms = new() { Measure = measure, Objective = objective, MinWeight = least, MaxWeight = greatest, Aversion = k % 2 == 0 ? 1 : 20, RiskFree = 1e-5 * (k % 3) };
            ReturnTable table = Drawn.Table((ulong)k + 100, 5 + (k % 3), k % 4 == 3 ? 33 : 100);
            Portfolio best = PortfolioOptimizer.Optimize(table, terms);
            Assert.Equal(1, best.Weights.Sum(), 1e-9);
            Assert.All(best.Weights, w => Assert.InRange(w, least, greatest));
            if (best.Remark is null)
            {
                double score = Drawn.Score(table, terms, best.Weights);
                double rival = Drawn.Neighbours(best.Weights, least, greatest, 500, (ulong)k).Max(w => Drawn.Score(table, terms, w));
                Assert.True(rival <= score + (1e-6 * Math.Abs(score)), $"{terms}: {rival:R} beats {score:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Goals))]
    public void The_same_table_gives_the_same_weights_whatever_the_order_of_the_assets(RiskMeasure measure, PortfolioObjective objective)
    {
        ReturnTable table = Drawn.Table(42, 5, 100);
        double[] turned = [.. Enumerable.Range(0, 100).SelectMany(t => table.Matrix.Row(t).ToArray().Reverse())];
        PortfolioTerms terms = new() { Measure = measure, Objective = objective, MaxWeight = 0.4 };
        double[] one = [.. PortfolioOptimizer.Optimize(table, terms).Weights];
        double[] two = [.. PortfolioOptimizer.Optimize(Drawn.Table(5, turned), terms).Weights.Reverse()];
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(one[i], two[i], 2e-6);
        }

        Assert.Equal(one, PortfolioOptimizer.Optimize(table, terms).Weights.AsEnumerable());
    }

    [Fact]
    public void Two_assets_of_known_variances_have_the_weights_of_the_textbook()
    {
        // Uncorrelated, standard deviations 1 and 2: least variance 4 to 1; means 1 and 1: the ratio's best is the same.
        ReturnTable table = Drawn.Table(2, [0.02, 0.03, 0.00, 0.03, 0.02, -0.01, 0.00, -0.01]);
        Assert.Equal([0.8, 0.2], PortfolioOptimizer.Optimize(table, new PortfolioTerms { Objective = PortfolioObjective.MinRisk }).Weights.AsEnumerable());
        Assert.Equal([0.8, 0.2], PortfolioOptimizer.Optimize(table, new PortfolioTerms { Objective = PortfolioObjective.Sharpe }).Weights.AsEnumerable());
        // Best exactly at the bound, which does not push: an interior-point method comes near it only with the root of its precision.
        Assert.Equal(0.8, PortfolioOptimizer.Optimize(table, new PortfolioTerms { Objective = PortfolioObjective.Utility, Aversion = 0.5, MaxWeight = 0.8 }).Weights[0], 1e-5);
        ReturnTable parity = Drawn.Table(2, [0.02, 0.03, 0.00, 0.03, 0.02, -0.01, 0.00, -0.01]);
        Assert.Equal([0.66666667, 0.33333333], PortfolioOptimizer.Optimize(parity, new PortfolioTerms { RiskParity = true }).Weights.AsEnumerable());
    }

    [Fact]
    public void Maxima_that_cannot_reach_one_are_all_taken_and_the_rest_is_cash()
    {
        Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(1, 5, 50), new PortfolioTerms { MaxWeight = 0.1 });
        Assert.Equal([0.1, 0.1, 0.1, 0.1, 0.1], p.Weights.AsEnumerable());
        Assert.Equal([0.3], PortfolioOptimizer.Optimize(Drawn.Table(1, 1, 50), new PortfolioTerms { MaxWeight = 0.3 }).Weights.AsEnumerable());
        Assert.Equal([0.25, 0.25, 0.25, 0.25], PortfolioOptimizer.Optimize(Drawn.Table(1, 4, 50), new PortfolioTerms { MinWeight = 0.25 }).Weights.AsEnumerable());
    }

    [Theory]
    [InlineData(0.3, 0.5, "5 assets of at least 0.3 each need 1.5")]
    [InlineData(0.2, 0.1, "least weight 0.2 is above the greatest 0.1")]
    [InlineData(-0.1, 0.5, "least weight must be from 0 to 1")]
    [InlineData(0, 1.2, "greatest weight must be above 0")]
    [InlineData(0, 0, "greatest weight must be above 0")]
    public void Bounds_that_nothing_can_keep_are_refused_by_name(double least, double greatest, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            PortfolioOptimizer.Optimize(Drawn.Table(1, 5, 50), new PortfolioTerms { MinWeight = least, MaxWeight = greatest }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_earns_more_than_the_risk_free_rate_the_least_risk_is_taken_and_said()
    {
        foreach (RiskMeasure measure in Enum.GetValues<RiskMeasure>())
        {
            double[] losing = [.. Drawn.Returns(5, 4, 80).Select(r => -0.001 - Math.Abs(r))];
            PortfolioTerms terms = new() { Measure = measure, MaxWeight = 0.5 };
            Portfolio ratio = PortfolioOptimizer.Optimize(Drawn.Table(4, losing), terms);
            Portfolio least = PortfolioOptimizer.Optimize(Drawn.Table(4, losing), terms with { Objective = PortfolioObjective.MinRisk });
            Assert.Equal(least.Weights.AsEnumerable(), ratio.Weights);
            Assert.StartsWith("No portfolio earns more than the risk-free rate", ratio.Remark, StringComparison.Ordinal);
            Assert.Null(least.Remark);
        }
    }

    [Fact]
    public void Where_gains_are_certain_no_ratio_is_greatest_and_the_least_risk_is_taken_and_said()
    {
        double[] winning = [.. Drawn.Returns(5, 4, 80).Select(r => 0.001 + Math.Abs(r))];
        foreach (RiskMeasure measure in new[] { RiskMeasure.CVaR, RiskMeasure.CDaR, RiskMeasure.EVaR, RiskMeasure.WR })
        {
            Portfolio p = PortfolioOptimizer.Optimize(Drawn.Table(4, winning), new PortfolioTerms { Measure = measure });
            Assert.StartsWith("A portfolio without risk earns more", p.Remark, StringComparison.Ordinal);
        }
    }
}
