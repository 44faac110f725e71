using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>Metrics of one regime, by hand: two windows of two days, 1000 at the start.</summary>
public sealed class RegimeJoinTests
{
    private static readonly RunDefinition Definition = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), Timeframe.Parse("5m")),
        From = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2022, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
    };

    [Fact]
    public void Money_is_scaled_by_the_growth_of_the_whole_account()
    {
        // The whole account: +100 from ranging, then -50 of the 1000 it begins a window with, so -55 of 1100.
        PerformanceMetrics ranging = Of(Regime.Ranging, Window(0, 110_000, (10, 10_000)), Window(1, 95_000, (13, -5_000)));
        Assert.Equal(100 - 55, ranging.TotalReturn, 1e-9);
        Assert.Equal(4.5, ranging.TotalReturnPct, 1e-9);
        Assert.Equal((2, 4), (ranging.TotalTrades, ranging.TradingDays));
    }

    [Fact]
    public void The_drawdown_is_that_of_the_days_ends_of_its_own_trades()
    {
        PerformanceMetrics ranging = Of(Regime.Ranging, Window(0, 110_000, (10, 20_000), (11, -10_000)), Window(1, 100_000, (12, -10_000)));
        Assert.Equal(100 + 110, ranging.MaxDrawdown, 1e-9);
        Assert.Equal(100 * 210 / 1200.0, ranging.MaxDrawdownPct, 1e-9);
        Assert.Equal(100 * 110 / 1100.0, ranging.MaxDailyLossPct, 1e-9);
    }

    [Fact]
    public void Days_without_an_exit_count_as_flat_days()
    {
        PerformanceMetrics ranging = Of(Regime.Ranging, Window(0, 110_000, (11, 10_000)));
        double[] days = [0, 0.1];
        double deviation = Math.Sqrt(2 * 0.05 * 0.05);
        Assert.Equal(days.Average() / deviation * Math.Sqrt(252), ranging.SharpeRatio!.Value, 1e-9);
    }

    [Fact]
    public void A_regime_without_trades_has_zeros_and_nothing_that_is_undefined()
    {
        PerformanceMetrics calm = Of(Regime.Volatile, Window(0, 110_000, (11, 10_000)));
        Assert.Equal((0, 0.0, 0.0, 0.0), (calm.TotalTrades, calm.TotalReturn, calm.MaxDrawdownPct, calm.TotalCosts));
        Assert.Equal((null, null, null, null), (calm.SharpeRatio, calm.WinRate, calm.ProfitFactor, calm.AvgHoldingTimeHrs));
    }

    [Fact]
    public void Losing_more_than_all_leaves_no_ratio_that_is_not_finite()
    {
        PerformanceMetrics ruined = Of(Regime.Ranging, Window(0, 100_000, (10, -150_000), (11, 5_000)));
        Assert.Equal(-1450, ruined.TotalReturn, 1e-9);
        Assert.Equal(100, ruined.MaxDrawdownPct);
        Assert.True(ruined.SharpeRatio is { } sharpe && double.IsFinite(sharpe));
        Assert.Null(ruined.Cagr);
    }

    private static PerformanceMetrics Of(Regime regime, params WindowResult[] windows) =>
        RegimeJoin.Join(windows, 1000, Definition).Single(r => r.Regime == regime).Metrics;

    private static WindowResult Window(int index, long end, params (int Day, long Cents)[] ranging) => new()
    {
        Index = index,
        StartBalanceCents = 100_000,
        EndBalanceCents = end,
        PeakEquityCents = 120_000,
        LowEquityCents = 90_000,
        MaxDrawdownCents = 0,
        MaxDrawdownFraction = 0,
        DailyReturns = [new DailyReturn(10 + (2 * index), 0), new DailyReturn(11 + (2 * index), 0)],
        Totals = TradeTotals.None,
        ByRegime =
        [
            new RegimeTotals(Regime.Ranging, new TradeTotals { Trades = ranging.Length })
            {
                ByDay = [.. ranging.Select(d => new DailyProfit(d.Day, d.Cents))],
            },
        ],
    };
}
