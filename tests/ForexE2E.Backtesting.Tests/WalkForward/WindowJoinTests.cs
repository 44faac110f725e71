using CsCheck;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>Windows chained by compounding.</summary>
public sealed class WindowJoinTests
{
    private const long Start = 10_000_000;

    private static readonly Gen<long[][]> Curves =
        Gen.Int[1, 19_999].Select(thousands => (long)thousands * 1_000).Array[1, 12].Array[1, 6];

    [Fact]
    public void The_drawdown_is_that_of_the_chained_curve() => Curves.Sample(curves =>
    {
        List<double> chained = [100_000];
        double growth = 1;
        foreach (long[] curve in curves)
        {
            chained.AddRange(curve.Select(c => growth * c / 100));
            growth *= (double)curve[^1] / Start;
        }

        Drawdown expected = Drawdown.Of([.. chained]);
        PerformanceMetrics joined = WindowJoin.Join([.. curves.Select(Window)], 100_000, 252);
        Assert.Equal(expected.Money, joined.MaxDrawdown, 1e-6);
        Assert.Equal(100 * expected.Fraction, joined.MaxDrawdownPct, 1e-9);
        Assert.Equal(chained[^1] - 100_000, joined.TotalReturn, 1e-6 * Math.Max(1, chained.Max()));
    });

    [Fact]
    public void The_order_of_the_arguments_does_not_matter() => Curves.Sample(curves =>
    {
        WindowResult[] windows = [.. curves.Select(Window)];
        PerformanceMetrics straight = WindowJoin.Join(windows, 100_000, 252);
        Assert.Equal(straight, WindowJoin.Join([.. windows.Reverse()], 100_000, 252));
    });

    [Fact]
    public void A_trading_day_cut_by_a_windows_edge_is_one_day()
    {
        WindowResult first = Window([11_000_000], 0) with { DailyReturns = [new(1, 0.05), new(2, 0.04)] };
        WindowResult second = Window([11_000_000], 1) with { DailyReturns = [new(2, 0.10), new(3, -0.01)] };
        PerformanceMetrics joined = WindowJoin.Join([second, first], 100_000, 252);
        Assert.Equal(3, joined.TradingDays);
        Assert.Equal(SharpeRatio.Annual([0.05, (1.04 * 1.10) - 1, -0.01], 252)!.Value, joined.SharpeRatio!.Value, 1e-12);
        Assert.Equal(1, joined.MaxDailyLossPct, 1e-12);
        Assert.Equal(21, joined.TotalReturnPct, 1e-9);
    }

    [Fact]
    public void Money_of_later_windows_grows_with_the_balance_reached()
    {
        TradeTotals totals = new() { Trades = 2, Wins = 1, Losses = 1, GrossProfitCents = 2_000_000, GrossLossCents = 1_000_000, CommissionCents = 10_000, SwapCents = -4_000, HoldingMinutes = 120 };
        WindowResult first = Window([11_000_000], 0) with { Totals = totals };
        WindowResult second = Window([11_000_000], 1) with { Totals = totals };
        PerformanceMetrics joined = WindowJoin.Join([first, second], 100_000, 252);
        Assert.Equal(20_000 + 22_000, joined.AvgWin!.Value * 2, 1e-9);
        Assert.Equal(210, joined.CommissionCosts, 1e-9);
        Assert.Equal(-84, joined.SwapCosts, 1e-9);
        Assert.Equal(126, joined.TotalCosts, 1e-9);
        Assert.Equal(126.0 / 42_000, joined.CostRatio!.Value, 1e-12);
        Assert.Equal((4, 0.5, 2.0), (joined.TotalTrades, joined.WinRate, joined.ProfitFactor!.Value));
        Assert.Equal(1, joined.AvgHoldingTimeHrs);
        Assert.Equal(joined.TotalReturn, joined.Expectancy!.Value * joined.TotalTrades, 1e-9);
    }

    [Fact]
    public void Without_trades_and_days_ratios_are_null_and_money_is_zero()
    {
        PerformanceMetrics none = WindowJoin.Join([], 100_000, 252);
        Assert.Equal((0, 0, 0, 0), (none.TotalReturn, none.MaxDrawdown, none.TotalTrades, none.TradingDays));
        Assert.Null(none.SharpeRatio);
        Assert.Null(none.CalmarRatio);
        Assert.Null(none.CostRatio);
        Assert.Null(none.Cagr);
    }

    [Fact]
    public void After_ruin_nothing_more_is_won()
    {
        WindowResult ruin = Window([-500], 0) with { DailyReturns = [new(1, -1)] };
        WindowResult dream = Window([90_000_000], 1) with { DailyReturns = [new(2, 8)] };
        PerformanceMetrics joined = WindowJoin.Join([ruin, dream], 100_000, 252);
        Assert.Equal(-100, joined.TotalReturnPct);
        Assert.Null(joined.Cagr);
    }

    [Fact]
    public void The_same_window_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => WindowJoin.Join([Window([1], 3), Window([2], 3)], 100_000, 252));

    private static WindowResult Window(long[] curve, int index)
    {
        EquityExtremes extremes = new(Start);
        foreach (long equity in curve)
        {
            extremes.Mark(equity);
        }

        return new WindowResult
        {
            Index = index,
            StartBalanceCents = Start,
            EndBalanceCents = curve[^1],
            PeakEquityCents = extremes.Peak,
            LowEquityCents = extremes.Low,
            MaxDrawdownCents = extremes.MaxDrawdown,
            MaxDrawdownFraction = extremes.MaxDrawdownFraction,
            DailyReturns = [],
            Totals = TradeTotals.None,
        };
    }
}
