using System.Text.Json;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Tests.Vectors;

namespace ForexE2E.Backtesting.Tests.Metrics;

/// <summary>Probabilistic and deflated Sharpe ratios against the papers' examples.</summary>
public sealed class SharpeConfidenceTests
{
    [Fact]
    public void Psr_is_that_of_the_paper()
    {
        (JsonElement i, JsonElement o) = Vector.Statistics("psr_paper_normal");
        o.MustBe("psr", ProbabilisticSharpe.Probability(
            i.Number("sharpe_per_period"), (int)i.Number("observations"), i.Number("skewness"), i.Number("kurtosis"), i.Number("benchmark")));
    }

    [Fact]
    public void Dsr_is_that_of_the_paper()
    {
        (JsonElement i, JsonElement o) = Vector.Statistics("dsr_paper_100_trials");
        double year = i.Number("periods_per_year");
        double sharpe = i.Number("sharpe_annual") / Math.Sqrt(year);
        double variance = i.Number("variance_of_annual_trial_sharpes") / year;
        double trials = i.Number("trials");
        o.MustBe("sharpe_per_period", sharpe);
        o.MustBe("expected_max_z", DeflatedSharpe.ExpectedMaximum(trials));
        o.MustBe("benchmark_sharpe_per_period", DeflatedSharpe.Hurdle(variance, trials));
        o.MustBe("dsr", DeflatedSharpe.Probability(
            sharpe, (int)i.Number("observations"), i.Number("skewness"), i.Number("kurtosis"), variance, trials));
    }

    [Fact]
    public void The_best_of_ten_trials_is_deflated_as_worked_out()
    {
        (JsonElement i, JsonElement o) = Vector.Statistics("dsr_from_10_trials");
        double[] sharpes = i.Numbers("trial_sharpes_per_period");
        double variance = Math.Pow(Moments.Of(sharpes).StandardDeviation!.Value, 2);
        int observations = (int)i.Number("observations");
        double best = sharpes.Max();
        o.MustBe("variance_of_trials_ddof1", variance);
        o.MustBe("expected_max_z", DeflatedSharpe.ExpectedMaximum(sharpes.Length));
        o.MustBe("benchmark_sharpe_per_period", DeflatedSharpe.Hurdle(variance, sharpes.Length));
        o.MustBe("dsr", DeflatedSharpe.Probability(best, observations, i.Number("skewness"), i.Number("kurtosis"), variance, sharpes.Length));
        o.MustBe("psr_against_zero", ProbabilisticSharpe.Probability(best, observations, i.Number("skewness"), i.Number("kurtosis")));
        o.MustBe("min_backtest_length_years", DeflatedSharpe.MinimumBacktestYears(sharpes.Length));
    }

    [Fact]
    public void The_expected_maximum_grows_with_the_trials_as_tabulated()
    {
        (JsonElement i, JsonElement o) = Vector.Statistics("expected_max_z");
        foreach ((double trials, double expected) in i.Numbers("trials").Zip(o.Numbers("values")))
        {
            Vector.MustBeClose(expected, DeflatedSharpe.ExpectedMaximum(trials), $"{trials} trials");
        }

        Assert.Null(DeflatedSharpe.ExpectedMaximum(1));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-3.090232306167813, 0.001)]
    [InlineData(-6, 9.865876450376946e-10)]
    [InlineData(4.264890793922825, 0.99999)]
    public void The_normal_distribution_and_its_inverse_agree_with_tables(double z, double p)
    {
        Vector.MustBeClose(p, NormalDistribution.Cumulative(z), "cumulative");
        Assert.Equal(z, NormalDistribution.Inverse(p)!.Value, 1e-9);
    }

    [Fact]
    public void A_track_record_is_never_long_enough_below_the_benchmark() =>
        Assert.Null(ProbabilisticSharpe.MinimumTrackRecord(0.1, 0, 3, benchmark: 0.1));

    [Fact]
    public void At_the_minimum_track_record_the_probability_is_the_confidence()
    {
        double length = ProbabilisticSharpe.MinimumTrackRecord(0.1, -0.5, 5)!.Value;
        double below = ProbabilisticSharpe.Probability(0.1, (int)Math.Floor(length), -0.5, 5)!.Value;
        double above = ProbabilisticSharpe.Probability(0.1, (int)Math.Ceiling(length), -0.5, 5)!.Value;
        Assert.InRange(0.95, below, above);
    }
}
