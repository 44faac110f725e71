using System.Text.Json;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Tests.Vectors;

namespace ForexE2E.Backtesting.Tests.Metrics;

/// <summary>Statistics of net trade profits.</summary>
public sealed class TradeStatisticsTests
{
    [Fact]
    public void Ten_trades_give_the_worked_statistics()
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics("trades_10");
        MustMatch(outputs, TradeStatistics.Of(inputs.Numbers("net_profit")));
    }

    [Fact]
    public void Without_trades_nothing_is_defined_and_nothing_is_infinite()
    {
        TradeStatistics none = TradeStatistics.Of([]);
        Assert.Equal(0, none.Trades);
        Assert.Null(none.WinRate);
        Assert.Null(none.ProfitFactor);
        Assert.Null(none.Expectancy);
        Assert.Null(none.PayoffRatio);
        Assert.Null(none.SystemQuality);
    }

    internal static void MustMatch(JsonElement outputs, TradeStatistics trades)
    {
        outputs.MustBe("trades", trades.Trades);
        outputs.MustBe("wins", trades.Wins);
        outputs.MustBe("losses", trades.Losses);
        outputs.MustBe("flat", trades.Flat);
        outputs.MustBe("win_rate", trades.WinRate);
        outputs.MustBe("gross_profit", trades.GrossProfit);
        outputs.MustBe("gross_loss", trades.GrossLoss);
        outputs.MustBe("profit_factor", trades.ProfitFactor);
        outputs.MustBe("expectancy", trades.Expectancy);
        outputs.MustBe("average_win", trades.AverageWin);
        outputs.MustBe("average_loss", trades.AverageLoss);
        outputs.MustBe("payoff_ratio", trades.PayoffRatio);
        outputs.MustBe("expectancy_in_r", trades.ExpectancyInR);
        outputs.MustBe("sqn", trades.SystemQuality);
        outputs.MustBe("longest_losing_streak", trades.LongestLosingStreak);
    }
}
