using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>Spread, slippage, commission, swap, conversion and margin.</summary>
public sealed class CostTests
{
    private static readonly EntryPlan TenLots = new() { MicroLots = 1_000 };
    private static readonly CostSettings Retail = new() { Spread = SpreadModel.Fixed, SpreadPips = 1.1 };

    [Theory]
    [InlineData(PriceSide.Bid, 100_011, 100_000)]
    [InlineData(PriceSide.Mid, 100_006, 99_995)]
    [InlineData(PriceSide.Ask, 100_000, 99_989)]
    public void Longs_enter_at_the_ask_and_leave_at_the_bid_and_odd_spreads_round_against_nobody_twice(PriceSide side, int ask, int bid)
    {
        BarSeries bars = new BarsBuilder().Side(side).Flat(100_000, 4).Build();
        CostSettings costs = Retail with { SlippagePips = 0 };
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(TenLots, (0, Side.Long)), bars, costs).Trades);
        Assert.Equal((ask, bid), (trade.EntryPoints, trade.ExitPoints));
        Assert.Equal(11_000, trade.SpreadCents);
        Trade mirrored = Assert.Single(Simulate.Run(ScriptedRule.Signals(TenLots, (0, Side.Short)), bars, costs).Trades);
        Assert.Equal((bid, ask), (mirrored.EntryPoints, mirrored.ExitPoints));
    }

    [Fact]
    public void Net_is_gross_less_commission_plus_swap_and_gross_holds_spread_and_slippage()
    {
        BarSeries bars = new BarsBuilder().Flat(100_000, 4).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(TenLots, (0, Side.Long)), bars, Retail).Trades);
        Assert.Equal(2 * 3 * 1_000, trade.CommissionCents);
        Assert.Equal(2 * 1_000, trade.SlippageCents);
        Assert.Equal(-(trade.SpreadCents + trade.SlippageCents), trade.GrossCents);
        Assert.Equal(trade.GrossCents - trade.CommissionCents, trade.NetCents);
    }

    [Fact]
    public void A_cost_that_is_not_zero_never_rounds_to_zero()
    {
        BarSeries bars = new BarsBuilder().Flat(100_000, 3).Build();
        CostSettings costs = CostSettings.Zero with { SpreadPips = 0.01, SlippagePips = 0.01 };
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(TenLots, (0, Side.Long)), bars, costs).Trades);
        Assert.Equal(100_002, trade.EntryPoints);
    }

    [Theory]
    [InlineData(Side.Long, -7_000 * 5)]
    [InlineData(Side.Short, 3_000 * 5)]
    public void A_week_from_tuesday_to_friday_pays_five_nights_in_new_york(Side side, long swap)
    {
        // Tuesday 2022-01-04 12:00 to Friday 12:00 UTC: nights of Tuesday, Wednesday (three) and Thursday.
        BarsBuilder builder = new BarsBuilder().Every(60).At(new DateTime(2022, 1, 4, 12, 0, 0, DateTimeKind.Utc));
        BarSeries bars = builder.Flat(100_000, 72).Build();
        CostSettings costs = CostSettings.Zero with { SwapLongPips = -0.7, SwapShortPips = 0.3 };
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(TenLots, (0, side)), bars, costs).Trades);
        Assert.Equal(swap, trade.SwapCents);
        Assert.Equal(trade.GrossCents + swap, trade.NetCents);
    }

    [Fact]
    public void The_hourly_spread_is_wide_around_the_new_york_rollover()
    {
        // In January 17:00 New York is 22:00 UTC, in July 21:00.
        CostSettings costs = new() { Spread = SpreadModel.ByHour, SpreadPips = 1 };
        BarSeries winter = new BarsBuilder().Every(60).At(new DateTime(2022, 1, 5, 12, 0, 0, DateTimeKind.Utc)).Flat(100_000, 13).Build();
        BarSeries summer = new BarsBuilder().Every(60).At(new DateTime(2022, 7, 6, 12, 0, 0, DateTimeKind.Utc)).Flat(100_000, 13).Build();
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 10, 38, 20, 13, 10], SpreadColumn.Create(winter, costs));
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 38, 20, 13, 10, 10], SpreadColumn.Create(summer, costs));
    }

    [Fact]
    public void Asking_for_a_spread_the_file_has_not_is_refused_with_the_remedy()
    {
        BarSeries bars = new BarsBuilder().Flat(100_000).Build();
        ArgumentException error = Assert.Throws<ArgumentException>(() => SpreadColumn.Create(bars, new CostSettings { Spread = SpreadModel.FromFile }));
        Assert.Contains("no spread column", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profit_in_yen_is_converted_at_the_pairs_own_price()
    {
        BarSeries bars = new BarsBuilder().Of("USDJPY", 3).Flat(100_000, 2).Flat(125_000, 2).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(new EntryPlan { MicroLots = 10 }, (0, Side.Long)), bars).Trades);
        // 10,000 dollars gain 25 yen each: 250,000 yen at 125 are 2,000 dollars.
        Assert.Equal(200_000, trade.NetCents);
    }

    [Theory]
    [InlineData("GBPUSD", 120_000, 1.2)]
    [InlineData("USDCHF", 80_000, 1 / 0.8)]
    public void Profit_in_a_third_currency_is_converted_by_a_loaded_pair(string pair, int price, double rate)
    {
        string traded = pair == "GBPUSD" ? "EURGBP" : "EURCHF";
        BarSeries bars = new BarsBuilder().Of(traded).Flat(100_000, 2).Flat(101_000, 2).Build();
        BarSeries other = new BarsBuilder().Of(pair).Flat(price, 4).Build();
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(TenLots, (0, Side.Long)), bars, pairs: [other]).Trades);
        Assert.Equal((long)Math.Round(1_000_000 * rate), trade.NetCents);
    }

    [Fact]
    public void Without_a_way_to_convert_the_message_names_the_bars_to_load()
    {
        BarSeries bars = new BarsBuilder().Of("EURGBP").Flat(85_000, 3).Build();
        ArgumentException error = Assert.Throws<ArgumentException>(() => new CostModel(bars, [], new CostSettings(), new AccountSettings()));
        Assert.Contains("GBPUSD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_is_cut_down_to_what_the_equity_carries()
    {
        BarSeries bars = new BarsBuilder().Flat(100_000, 4).Build();
        EntryPlan greedy = new() { MicroLots = 1_000_000 };
        Trade trade = Assert.Single(Simulate.Run(ScriptedRule.Signals(greedy, (0, Side.Long)), bars).Trades);
        Assert.Equal(3_000, trade.MicroLots);
        // At leverage 1 not even one micro-lot of 2,000,000.00 dollars fits.
        BarSeries dear = new BarsBuilder().Flat(200_000_000, 4).Build();
        Assert.Empty(Simulate.Run(ScriptedRule.Signals(greedy, (0, Side.Long)), dear, account: new AccountSettings { Leverage = 1 }).Trades);
    }

    [Fact]
    public void A_margin_call_closes_the_position_and_ends_trading()
    {
        // 30:1 on 100,000: a fall of 2 % leaves 40,000 against a margin of 98,000.
        BarSeries bars = new BarsBuilder().Flat(100_000, 2).Flat(98_000, 4).Build();
        ScriptedRule rule = ScriptedRule.Signals(new EntryPlan { MicroLots = 3_000 }, (0, Side.Long), (3, Side.Short));
        SimulationResult result = Simulate.Run(rule, bars);
        Trade trade = Assert.Single(result.Trades);
        Assert.Equal((2, ExitReason.MarginCall), (trade.ExitBar, trade.Reason));
        Assert.True(result.WasMarginCalled);
        Assert.Equal(Simulate.Start - 6_000_000, result.EndBalanceCents);
    }
}
