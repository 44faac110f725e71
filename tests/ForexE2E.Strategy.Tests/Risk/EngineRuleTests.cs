using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Risk;
using ForexE2E.Strategy.Sizing;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Strategy.Tests.Risk;

public sealed class EngineRuleTests
{
    private const int Entry = 100_000;
    private static readonly AccountView Calm = new() { BalanceCents = 1_000_000, EquityCents = 1_000_000, DayStartEquityCents = 1_000_000 };
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;

    [Fact]
    public void The_nearer_of_hard_and_volatility_stop_rules()
    {
        Assert.Equal(new StopPlan(98_000, ExitReason.StopLoss, 104_000, 2_000), StopPlan.At(Side.Long, Entry, 1_500, new RiskSettings(Defaults)));
        Assert.Equal(new StopPlan(99_000, ExitReason.AtrStop, 104_000, 1_000), StopPlan.At(Side.Long, Entry, 500, new RiskSettings(Defaults)));
        Assert.Equal(new StopPlan(101_000, ExitReason.AtrStop, 96_000, 1_000), StopPlan.At(Side.Short, Entry, 500, new RiskSettings(Defaults)));
    }

    [Fact]
    public void Of_equal_stops_the_volatility_stop_is_named() =>
        Assert.Equal(ExitReason.AtrStop, StopPlan.At(Side.Long, Entry, 1_000, new RiskSettings(Defaults)).StopReason);

    [Fact]
    public void A_technical_stop_rules_when_it_is_the_nearest_and_yields_to_an_equal_volatility_stop()
    {
        TechnicalTerms terms = new(1_200, 700, 900, 100);
        Assert.Equal(new StopPlan(99_300, ExitReason.TechnicalStop, 101_200, 700), StopPlan.At(Side.Long, Entry, 500, new RiskSettings(Defaults), terms));
        Assert.Equal(new StopPlan(100_700, ExitReason.AtrStop, 98_800, 700), StopPlan.At(Side.Short, Entry, 350, new RiskSettings(Defaults), terms));
    }

    [Fact]
    public void A_target_of_nothing_leaves_the_hard_target() =>
        Assert.Equal(104_000, StopPlan.At(Side.Long, Entry, 500, new RiskSettings(Defaults), new TechnicalTerms(0, 700, 900, 100)).TargetPoints);

    [Fact]
    public void A_pattern_trade_trails_by_the_pattern_s_distances()
    {
        BarSeries bars = new BarsBuilder().Bar(Entry, Entry, Entry, Entry).Bar(Entry, 100_900, Entry, Entry).Build();
        PositionWatch watch = PositionWatch.Idle;
        Decision decision = default;
        PositionView position = new() { Side = Side.Long, EntryBar = 1, EntryPoints = Entry, StopPoints = 98_000 };
        watch.Follow(1, position, bars, new RiskSettings(Defaults), new TechnicalTerms(0, 700, 900, 100), ref decision);
        Assert.Equal((100_800, ExitReason.TrailingStop), (decision.StopPoints, decision.StopReason));
    }

    [Fact]
    public void The_mean_true_range_is_the_same_for_any_period_as_by_hand()
    {
        BarSeries bars = WalkingBars.Make(4, 100, 5, 20);
        AverageTrueRange ranges = new(bars);
        for (int period = 10; period <= 30; period++)
        {
            double sum = Enumerable.Range(100 - period, period).Sum(i =>
                Math.Max(bars.High[i], bars.Close[i - 1]) - Math.Min(bars.Low[i], bars.Close[i - 1]));
            Assert.Equal(sum / period, ranges.At(99, period), 9);
        }
    }

    [Fact]
    public void The_stop_moves_to_the_entry_at_the_breakeven_trigger()
    {
        ParameterSet p = Defaults.With("risk_use_trailing_stop", 0);
        Decision before = AfterHigh(p, 100_999);
        Decision after = AfterHigh(p, 101_000);
        Assert.Equal(0, before.StopPoints);
        Assert.Equal((Entry, ExitReason.BreakevenStop), (after.StopPoints, after.StopReason));
    }

    [Fact]
    public void The_trailing_stop_follows_the_best_price_at_its_distance()
    {
        Decision after = AfterHigh(Defaults, 103_000);
        Assert.Equal((101_970, ExitReason.TrailingStop), (after.StopPoints, after.StopReason));
    }

    [Fact]
    public void A_stop_is_never_loosened()
    {
        Decision after = AfterHigh(Defaults, 103_000, stop: 102_500);
        Assert.Equal(0, after.StopPoints);
    }

    [Fact]
    public void Shorts_trail_above_the_lowest_price()
    {
        BarSeries bars = new BarsBuilder().Bar(Entry, Entry, Entry, Entry).Bar(Entry, Entry, 97_000, 97_500).Build();
        EngineRule rule = Rule(bars, Defaults, Neutral(2));
        Decision after = rule.AtClose(1, new PositionView { Side = Side.Short, EntryBar = 1, EntryPoints = Entry, StopPoints = 102_000 }, Calm);
        Assert.Equal((97_970, ExitReason.TrailingStop), (after.StopPoints, after.StopReason));
    }

    [Fact]
    public void A_position_is_closed_when_it_has_been_held_for_the_longest_time()
    {
        BarSeries bars = new BarsBuilder().Flat(Entry, 80).Build();
        EngineRule rule = Rule(bars, Defaults.With("risk_max_holding_hours", 6), Neutral(80));
        PositionView position = new() { Side = Side.Long, EntryBar = 1, EntryPoints = Entry, StopPoints = 99_000 };
        // Entered at the open of bar 1; six hours of five-minute bars end with the close of bar 72.
        Assert.Equal(ExitReason.None, rule.AtClose(71, position, Calm).Exit);
        Assert.Equal(ExitReason.TimeExit, rule.AtClose(72, position, Calm).Exit);
    }

    [Fact]
    public void The_daily_loss_limit_closes_and_blocks_until_the_next_trading_day()
    {
        // Monday 21:55 UTC is the last bar of the trading day: 22:00 is 17:00 in New York.
        BarSeries bars = new BarsBuilder().At(new DateTime(2022, 1, 3, 21, 45, 0, DateTimeKind.Utc)).Flat(Entry, 5).Build();
        EngineRule rule = Rule(bars, Defaults, Sure(5));
        AccountView fallen = Calm with { EquityCents = 970_000 };
        PositionView position = new() { Side = Side.Short, EntryBar = 0, EntryPoints = Entry, StopPoints = 101_000 };
        Decision hit = rule.AtClose(0, position, fallen);
        Assert.Equal((ExitReason.DailyLossLimit, Side.None), (hit.Exit, hit.Signal));
        Assert.Equal(Side.None, rule.AtClose(1, default, Calm).Signal);
        Assert.Equal(Side.None, rule.AtClose(2, default, Calm).Signal);
        Assert.Equal(Side.Long, rule.AtClose(3, default, Calm).Signal);
    }

    [Fact]
    public void The_daily_loss_limit_comes_before_the_time_exit_and_that_before_a_reversal()
    {
        BarSeries bars = new BarsBuilder().Flat(Entry, 400).Build();
        PositionView old = new() { Side = Side.Short, EntryBar = 0, EntryPoints = Entry, StopPoints = 101_000 };
        EngineRule rule = Rule(bars, Defaults, Sure(400));
        Decision late = rule.AtClose(300, old, Calm);
        Assert.Equal((ExitReason.TimeExit, Side.None), (late.Exit, late.Signal));
        Decision lost = rule.AtClose(301, old, Calm with { EquityCents = 960_000 });
        Assert.Equal((ExitReason.DailyLossLimit, Side.None), (lost.Exit, lost.Signal));
    }

    [Fact]
    public void A_contrary_signal_reverses_and_one_of_the_same_side_says_nothing()
    {
        BarSeries bars = new BarsBuilder().Flat(Entry, 5).Build();
        EngineRule rule = Rule(bars, Defaults, Sure(5));
        Assert.Equal(Side.Long, rule.AtClose(2, new PositionView { Side = Side.Short, EntryBar = 1, EntryPoints = Entry, StopPoints = 101_000 }, Calm).Signal);
        Assert.Equal(Side.None, rule.AtClose(3, new PositionView { Side = Side.Long, EntryBar = 3, EntryPoints = Entry, StopPoints = 99_000 }, Calm).Signal);
    }

    [Theory]
    [InlineData(0.549f, Side.None)]
    [InlineData(0.551f, Side.Long)]
    [InlineData(0.449f, Side.Short)]
    [InlineData(0.5f, Side.None)]
    public void A_probability_trades_from_the_entry_bar_on(float p, Side side) => Assert.Equal(side, EntrySignal.SideOf((2.0 * p) - 1));

    [Fact]
    public void The_default_rule_never_trades() => Assert.Equal(default, default(EngineRule).AtClose(0, default, Calm));

    private static Decision AfterHigh(ParameterSet p, int high, int stop = 98_000)
    {
        BarSeries bars = new BarsBuilder().Bar(Entry, Entry, Entry, Entry).Bar(Entry, high, Entry, Entry).Build();
        EngineRule rule = Rule(bars, p, Neutral(2));
        return rule.AtClose(1, new PositionView { Side = Side.Long, EntryBar = 1, EntryPoints = Entry, StopPoints = stop }, Calm);
    }

    private static EngineRule Rule(BarSeries bars, ParameterSet p, FittedWindow fit) => new(
        new RuleColumns(bars), fit, new RiskSettings(p), new PositionSizer(new SizingSettings(p), 30, TrainStatistics.None), SignalChain.EnsembleOnly);

    private static FittedWindow Neutral(int bars) => Window(bars, 0.5f);

    private static FittedWindow Sure(int bars) => Window(bars, 0.7f);

    private static FittedWindow Window(int bars, float p) =>
        new(0, 0, 0, bars, Enumerable.Repeat(p, bars).ToArray(), Enumerable.Repeat(Regime.Ranging, bars).ToArray());
}
