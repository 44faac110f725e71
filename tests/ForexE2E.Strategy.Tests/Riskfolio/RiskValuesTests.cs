using ForexE2E.Strategy.Riskfolio;
using ForexE2E.Strategy.Riskfolio.Measures;

namespace ForexE2E.Strategy.Tests.Riskfolio;

public sealed class RiskValuesTests
{
    public static TheoryData<RiskMeasure> Measures => [.. Enum.GetValues<RiskMeasure>()];

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_is_what_its_definition_says(RiskMeasure measure)
    {
        foreach (int periods in new[] { 2, 7, 19, 20, 21, 60, 137 })
        {
            double[] series = Drawn.Returns((ulong)periods, 1, periods);
            double expected = Drawn.Risk(measure, series, 0.05);
            Assert.Equal(expected, RiskValues.Evaluate(measure, series, 0.05, new double[periods]), 1e-9 * Math.Max(Math.Abs(expected), 1e-5));
        }
    }

    [Fact]
    public void Ten_known_returns_have_the_values_counted_by_hand()
    {
        double[] series = [0.01, -0.02, 0.03, -0.05, 0.01, 0.02, -0.01, 0.04, -0.03, 0.02];
        double Value(RiskMeasure m) => RiskValues.Evaluate(m, series, 0.2, new double[10]);
        Assert.Equal(0.04, Value(RiskMeasure.CVaR), 1e-15);
        Assert.Equal(0.05, Value(RiskMeasure.WR), 1e-15);
        // Levels 1 -1 2 -3 -2 0 -1 3 0 2 in percent below peaks 1 1 2 2 2 2 2 3 3 3.
        Assert.Equal((0.05 + 0.04) / 2, Value(RiskMeasure.CDaR), 1e-15);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void The_shares_of_the_periods_are_the_slope_of_the_risk(RiskMeasure measure)
    {
        ReturnTable table = Drawn.Table(3, 4, 83);
        double[] weights = [0.1, 0.4, 0.3, 0.2], shares = new double[83], gradient = new double[4];
        double Value(double[] w) => RiskValues.Evaluate(measure, Drawn.Series(table, w), 0.05, shares);
        for (int j = 0; j < 4; j++)
        {
            double[] above = [.. weights], below = [.. weights];
            above[j] += 1e-6;
            below[j] -= 1e-6;
            double slope = (Value(above) - Value(below)) / 2e-6;
            _ = Value(weights);
            table.Matrix.Gradient(shares, gradient);
            Assert.Equal(slope, gradient[j], 1e-6 * Math.Max(1e-3, Math.Abs(slope)));
        }
    }

    [Fact]
    public void Entropic_risk_lies_between_the_tail_mean_and_the_worst_and_is_the_worst_when_the_tail_is_one_period()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            double[] series = Drawn.Returns(seed, 1, 15 + (int)seed);
            double Value(RiskMeasure m) => RiskValues.Evaluate(m, series, 0.05, new double[series.Length]);
            Assert.InRange(Value(RiskMeasure.EVaR), Value(RiskMeasure.CVaR) - 1e-12, Value(RiskMeasure.WR) + 1e-12);
            Assert.True(series.Length > 20 || Value(RiskMeasure.EVaR) == Value(RiskMeasure.WR));
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Returns_that_never_change_have_no_surprise(RiskMeasure measure)
    {
        double[] flat = [.. Enumerable.Repeat(0.002, 40)];
        double expected = measure is RiskMeasure.MV or RiskMeasure.CDaR ? 0 : -0.002;
        Assert.Equal(expected, RiskValues.Evaluate(measure, flat, 0.05, new double[40]), 1e-12);
    }
}
