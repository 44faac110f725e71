using System.Text.Json;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Tests.Vectors;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Backtesting.Tests.Metrics;

/// <summary>Ratios of return series against the worked examples.</summary>
public sealed class RatioTests
{
    [Fact]
    public void Twelve_daily_returns_give_the_worked_ratios()
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics("ratios_daily_12");
        double[] returns = inputs.Numbers("returns");
        double year = inputs.Number("periods_per_year");
        Moments moments = Moments.Of(returns);
        double[] curve = [.. Compound(100_000, returns)];
        Drawdown drawdown = Drawdown.Of(curve);
        double? growth = AnnualGrowth.Rate(curve[^1] / curve[0], returns.Length, year);

        outputs.MustBe("mean", moments.Mean);
        outputs.MustBe("std_ddof1", moments.StandardDeviation);
        outputs.MustBe("sharpe_per_period", SharpeRatio.PerPeriod(returns));
        outputs.MustBe("sharpe_annual", SharpeRatio.Annual(returns, year));
        outputs.MustBe("downside_deviation", SortinoRatio.DownsideDeviation(returns));
        outputs.MustBe("sortino_per_period", SortinoRatio.PerPeriod(returns));
        outputs.MustBe("sortino_annual", SortinoRatio.Annual(returns, year));
        outputs.MustBe("skewness", moments.Skewness);
        outputs.MustBe("kurtosis", moments.Kurtosis);
        outputs.MustBe("total_return", (curve[^1] / curve[0]) - 1);
        outputs.MustBe("cagr", growth);
        outputs.MustBe("max_drawdown_fraction", drawdown.Fraction);
        outputs.MustBe("max_drawdown_money", drawdown.Money);
        outputs.MustBe("peak_index", drawdown.PeakIndex);
        outputs.MustBe("trough_index", drawdown.TroughIndex);
        outputs.MustBe("recovery_index", drawdown.RecoveryIndex);
        outputs.MustBe("longest_under_water", drawdown.LongestUnderWater);
        outputs.MustBe("calmar", CalmarRatio.Of(growth, drawdown.Fraction));
    }

    [Theory]
    [InlineData("degenerate_flat")]
    [InlineData("degenerate_only_gains")]
    [InlineData("degenerate_one_return")]
    public void What_is_not_defined_is_null(string name)
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics(name);
        double[] returns = inputs.Numbers("returns");
        double year = inputs.Number("periods_per_year");
        outputs.MustBe("sharpe_annual", SharpeRatio.Annual(returns, year));
        outputs.MustBe("sortino_annual", SortinoRatio.Annual(returns, year));
        if (outputs.TryGetProperty("calmar", out _))
        {
            Drawdown drawdown = Drawdown.Of([.. Compound(100, returns)]);
            outputs.MustBe("calmar", CalmarRatio.Of(AnnualGrowth.Rate(1.01, returns.Length, year), drawdown.Fraction));
            outputs.MustBe("profit_factor", TradeStatistics.Of(returns).ProfitFactor);
        }
    }

    [Fact]
    public void The_two_annualisations_of_intraday_returns_differ_as_worked_out()
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics("intraday_20_days_of_288");
        double year = inputs.Number("trading_days_per_year");
        double[][] days = IntradayReturns();
        double[] bars = [.. days.SelectMany(d => d)];
        double[] daily = [.. days.Select(d => d.Aggregate(1.0, (product, r) => product * (1 + r)) - 1)];

        Assert.Equal(inputs.Numbers("first_returns"), bars.Take(5), (a, b) => Math.Abs(a - b) < 1e-18);
        Assert.All(outputs.Numbers("daily_returns").Zip(daily), p => Assert.Equal(p.First, p.Second, 1e-14));
        outputs.MustBe("sharpe_from_daily", SharpeRatio.Annual(daily, year));
        outputs.MustBe("sharpe_from_bars", SharpeRatio.Annual(bars, year * 288));
        outputs.MustBe("sortino_from_daily", SortinoRatio.Annual(daily, year));
        outputs.MustBe("lo_eta_5", LoFactor.Of(daily, 5));
        outputs.MustBe("sharpe_lo_5_day", SharpeRatio.PerPeriod(daily) * LoFactor.Of(daily, 5));
        double[] rho = outputs.Numbers("rho_1_to_4");
        for (int lag = 1; lag <= 4; lag++)
        {
            Assert.Equal(rho[lag - 1], LoFactor.Autocorrelation(daily, lag)!.Value, 1e-11);
        }
    }

    private static double[][] IntradayReturns()
    {
        SplitMix64 luck = new(7);
        double[][] days = new double[20][];
        for (int d = 0; d < days.Length; d++)
        {
            days[d] = new double[288];
            for (int i = 0; i < 288; i++)
            {
                long sum = -6000;
                for (int k = 0; k < 12; k++)
                {
                    sum += (long)(luck.NextUInt64() % 1001);
                }

                days[d][i] = (sum * 1e-7) + (d % 2 == 1 ? 0.000002 : 0);
            }
        }

        return days;
    }

    private static IEnumerable<double> Compound(double start, double[] returns)
    {
        double value = start;
        yield return value;
        foreach (double r in returns)
        {
            value *= 1 + r;
            yield return value;
        }
    }
}
