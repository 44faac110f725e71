using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>What happens within a bar, and in which order.</summary>
public sealed class OrderOfEventsTests
{
    private static readonly EntryPlan Plain = new() { MicroLots = 10 };
    private static readonly EntryPlan Guarded = new() { MicroLots = 10, StopPoints = 900, StopReason = ExitReason.StopLoss, TargetPoints = 1_100 };

    [Fact]
    public void A_decision_at_a_close_fills_at_the_next_open()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000).Bar(1_010, 1_020, 1_005, 1_015).Flat(1_030).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(Plain, (0, Side.Long)), bars).Trades);
        Assert.Equal((0, 1, 1_010), (trade.SignalBar, trade.EntryBar, trade.EntryPoints));
        Assert.Equal((2, 1_030, ExitReason.WindowEnd), (trade.ExitBar, trade.ExitPoints, trade.Reason));
        Assert.Equal(200, trade.NetCents);
    }

    [Fact]
    public void The_last_bars_signal_and_warm_up_bars_never_trade()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 6).Build();
        ScriptedRule rule = ScriptedRule.Signals(Plain, (1, Side.Long), (5, Side.Long));
        Assert.Empty(Simulate.Run(rule, bars, range: new BarRange(2, 6)).Trades);
    }

    [Fact]
    public void A_gap_through_the_stop_fills_at_the_open()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 2).Bar(850, 860, 840, 850).Flat(850).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(Guarded, (0, Side.Long)), bars).Trades);
        Assert.Equal((2, 850, ExitReason.StopLoss), (trade.ExitBar, trade.ExitPoints, trade.Reason));
        Assert.Equal(trade.ExitTime, bars.StartOf(2));
    }

    [Fact]
    public void A_stop_inside_a_bar_fills_at_its_price_even_on_the_entry_bar()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000).Bar(1_000, 1_000, 890, 950).Flat(950, 2).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(Guarded, (0, Side.Long)), bars).Trades);
        Assert.Equal((1, 1, 900), (trade.EntryBar, trade.ExitBar, trade.ExitPoints));
        Assert.Equal(bars.EndOf(1), trade.ExitTime);
    }

    [Fact]
    public void When_stop_and_target_lie_in_one_bar_the_stop_counts()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 2).Bar(1_000, 1_200, 800, 1_000).Flat(1_000).Build();
        Assert.Equal(ExitReason.StopLoss, Assert.Single(Simulate.Run(ScriptedRule.Signals(Guarded, (0, Side.Long)), bars).Trades).Reason);
    }

    [Fact]
    public void A_gap_through_the_target_fills_at_the_better_open()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 2).Bar(1_150, 1_160, 1_140, 1_150).Flat(1_150).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(Guarded, (0, Side.Long)), bars).Trades);
        Assert.Equal((1_150, ExitReason.TakeProfit), (trade.ExitPoints, trade.Reason));
    }

    [Fact]
    public void A_contrary_signal_reverses_at_one_open_and_the_same_direction_is_ignored()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 3).Flat(1_020, 3).Build();
        SimulationResult result = Simulate.Run(ScriptedRule.Signals(Plain, (0, Side.Long), (1, Side.Long), (2, Side.Short)), bars);
        Assert.Equal([(Side.Long, 1, 3, ExitReason.SignalReversal), (Side.Short, 3, 5, ExitReason.WindowEnd)], result.Trades.Select(t => (t.Side, t.EntryBar, t.ExitBar, t.Reason)));
    }

    [Theory]
    [InlineData(Side.Long, ExitReason.TimeExit, 2)]
    [InlineData(Side.Short, ExitReason.SignalReversal, 2)]
    [InlineData(Side.None, ExitReason.TimeExit, 1)]
    public void A_time_exit_lets_a_signal_open_anew_and_gives_way_to_a_reversal(Side signal, ExitReason first, int trades)
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 6).Build();
        Dictionary<int, Decision> script = new()
        {
            [0] = new Decision { Signal = Side.Long },
            [2] = new Decision { Signal = signal, Exit = ExitReason.TimeExit },
        };
        SimulationResult result = Simulate.Run(new ScriptedRule(script, Plain), bars);
        Assert.Equal(trades, result.Trades.Length);
        Assert.Equal((3, first), (result.Trades[0].ExitBar, result.Trades[0].Reason));
        Assert.All(result.Trades.Skip(1), t => Assert.Equal((3, signal), (t.EntryBar, t.Side)));
    }

    [Fact]
    public void A_moved_stop_holds_from_the_next_bar_on()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000, 2).Bar(1_000, 1_050, 960, 1_050).Bar(1_050, 1_050, 970, 1_000).Flat(1_000).Build();
        Dictionary<int, Decision> script = new()
        {
            [0] = new Decision { Signal = Side.Long },
            [2] = new Decision { StopPoints = 980, StopReason = ExitReason.TrailingStop },
        };
        Trade trade = Assert.Single(Simulate.Run(new ScriptedRule(script, Guarded), bars).Trades);
        Assert.Equal((3, 980, ExitReason.TrailingStop), (trade.ExitBar, trade.ExitPoints, trade.Reason));
    }

    [Fact]
    public void Excursions_count_bars_outlived_and_on_the_exit_bar_the_exit_alone()
    {
        BarSeries bars = new BarsBuilder().Flat(1_000).Bar(1_000, 1_040, 970, 1_000).Bar(1_000, 1_090, 850, 900).Flat(900).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(Guarded, (0, Side.Long)), bars).Trades);
        Assert.Equal((100, 40), (trade.MaxAdversePoints, trade.MaxFavourablePoints));
        Assert.Equal((1_000, 400), (trade.MaxAdverseCents, trade.MaxFavourableCents));
    }
}
