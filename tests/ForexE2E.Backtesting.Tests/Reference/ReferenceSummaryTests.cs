using System.Text.Json;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.Tests.Metrics;
using ForexE2E.Backtesting.Tests.Vectors;
using ForexE2E.Strategy.ReferenceRules;

namespace ForexE2E.Backtesting.Tests.Reference;

/// <summary>All metrics of the reference backtests.</summary>
public sealed class ReferenceSummaryTests(ReferenceTradeListTests.Bars bars) : IClassFixture<ReferenceTradeListTests.Bars>
{
    [Theory]
    [InlineData(ReferenceRule.S1, "backtest_S1")]
    [InlineData(ReferenceRule.S2, "backtest_S2")]
    public void Every_metric_is_the_worked_one(ReferenceRule rule, string name)
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics(name);
        CrossoverParameters parameters = rule == ReferenceRule.S1 ? CrossoverParameters.S1 : CrossoverParameters.S2;
        long[] equity = new long[bars.Oracle.Series.Count];
        SimulationResult result = bars.Backtest.Run(rule, parameters, equity: equity);
        ReferenceSummary summary = ReferenceSummary.Of(result, equity, inputs.Number("trading_days_per_year"));
        Drawdown drawdown = summary.Drawdown;

        outputs.MustBe("days", summary.Days);
        Assert.All(outputs.Numbers("first_daily_returns").Zip(result.DailyReturns), p => Assert.Equal(p.First, p.Second.Return, 1e-15));
        outputs.MustBe("sharpe_daily", summary.SharpeDaily);
        outputs.MustBe("sortino_daily", summary.SortinoDaily);
        outputs.MustBe("sharpe_bars", summary.SharpeBars);
        outputs.MustBe("skewness_daily", summary.SkewnessDaily);
        outputs.MustBe("kurtosis_daily", summary.KurtosisDaily);
        outputs.MustBe("psr_daily", summary.PsrDaily);
        outputs.MustBe("cagr", summary.Cagr);
        outputs.MustBe("calmar", summary.Calmar);
        outputs.MustBe("max_drawdown_fraction", drawdown.Fraction);
        outputs.MustBe("max_drawdown_money", drawdown.Money);
        outputs.MustBe("peak_index", drawdown.PeakIndex);
        outputs.MustBe("trough_index", drawdown.TroughIndex);
        outputs.MustBe("recovery_index", drawdown.RecoveryIndex);
        outputs.MustBe("longest_under_water", drawdown.LongestUnderWater);
        TradeStatisticsTests.MustMatch(outputs, summary.Trades);
        Assert.Equal(result.Extremes.MaxDrawdown / 100.0, drawdown.Money, 1e-6);
        Assert.Equal(result.Extremes.MaxDrawdownFraction, drawdown.Fraction, 1e-12);
    }
}
