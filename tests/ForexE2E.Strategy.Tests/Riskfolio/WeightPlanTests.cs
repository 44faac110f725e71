using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Riskfolio.Universe;

namespace ForexE2E.Strategy.Tests.Riskfolio;

public sealed class WeightPlanTests
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From, From.AddDays(300), 5);
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;
    private static readonly MarketData Data = new(Made.Bars, Made.Pairs, null, null, "");
    private static readonly WeightPlan Plan = new(new DailyReturns(Data));

    [Fact]
    public void The_universe_is_the_traded_pair_and_the_first_four_others()
    {
        Assert.Equal(5, Made.Pairs.Length);
        Assert.Equal([Made.Bars.Symbol, .. Made.Pairs.Take(4).Select(p => p.Symbol)], Plan.Returns.Pairs.ToArray());
        Assert.Single(new DailyReturns(Data with { Pairs = [Made.Bars] }).Pairs);
    }

    [Fact]
    public void A_day_s_return_is_its_last_close_over_the_last_close_of_the_day_before()
    {
        DailyReturns returns = Plan.Returns;
        int day = returns.Days[40];
        DateTime end = DateTime.UnixEpoch.AddMinutes(NewYorkClock.EndOfTradingDay(day)), before = DateTime.UnixEpoch.AddMinutes(NewYorkClock.EndOfTradingDay(returns.Days[39]));
        BarSeries pair = Made.Pairs[1];
        double last = pair.Close[pair.IndexAtOrAfter(end) - 1], first = pair.Close[pair.IndexAtOrAfter(before) - 1];
        Assert.Equal((last / first) - 1, returns.On(40)[2], 1e-15);
        Assert.All(Enumerable.Range(0, returns.Days.Length), i => Assert.InRange(DateTime.UnixEpoch.AddDays(returns.Days[i]).DayOfWeek, DayOfWeek.Monday, DayOfWeek.Friday));
    }

    [Fact]
    public void Weights_are_bought_anew_in_steps_from_the_anchor_wherever_the_span_begins()
    {
        int anchor = Plan.Returns.Days[120];
        PortfolioWeights whole = Plan.Make(anchor, anchor, anchor + 60, Settings(7));
        PortfolioWeights late = Plan.Make(anchor, anchor + 30, anchor + 60, Settings(7));
        Assert.Equal(anchor, whole.Days[0]);
        int bought = 0;
        for (int i = 1; i < whole.Days.Length; i++)
        {
            (int day, int before) = (whole.Days[i], whole.Days[i - 1]);
            bool isDue = (day - anchor) / 7 > (before - anchor) / 7;
            bool isSame = whole.On(day).SequenceEqual(whole.On(before));
            Assert.True(isSame || isDue);
            bought += isSame ? 0 : 1;
            Assert.True(day < anchor + 30 || whole.On(day).SequenceEqual(late.On(day)));
        }

        Assert.InRange(bought, 4, 8);
    }

    [Fact]
    public void A_portfolio_that_drifts_by_more_than_a_tenth_is_bought_anew_the_day_after()
    {
        // The second pair gains 30 % within one day, long after the last rebalancing and before the next.
        int jump = 200;
        MarketData jumped = Data with { Pairs = [Jumping(Made.Pairs[0], Plan.Returns.Days[jump]), .. Made.Pairs.Skip(1)] };
        WeightPlan plan = new(new DailyReturns(jumped));
        int anchor = plan.Returns.Days[jump - 5];
        PortfolioWeights weights = plan.Make(anchor, anchor, anchor + 25, new RiskfolioSettings(Defaults.With("riskfolio_use_risk_parity", 1).With("riskfolio_rebalance_freq", 30)));
        Assert.True(weights.On(plan.Returns.Days[jump - 5]).SequenceEqual(weights.On(plan.Returns.Days[jump])));
        Assert.False(weights.On(plan.Returns.Days[jump]).SequenceEqual(weights.On(plan.Returns.Days[jump + 1])));
    }

    [Fact]
    public void Before_twenty_finished_days_all_weigh_the_same()
    {
        int day = Plan.Returns.Days[15];
        Assert.Equal([0.2, 0.2, 0.2, 0.2, 0.2], Plan.Make(day, day, day + 1, Settings(7)).On(day).ToArray());
    }

    [Fact]
    public void A_pair_missing_for_a_week_stands_still_and_one_that_is_mostly_missing_has_no_weight()
    {
        int gap = Plan.Returns.Days[150];
        BarSeries missing = Without(Made.Pairs[0], gap, gap + 6), late = Without(Made.Pairs[1], 0, Plan.Returns.Days[160]);
        WeightPlan plan = new(new DailyReturns(Data with { Pairs = [missing, late, .. Made.Pairs.Skip(2)] }));
        int at = plan.Returns.IndexAtOrAfter(gap + 1);
        Assert.Equal(0, plan.Returns.On(at)[1]);
        Assert.False(plan.Returns.HasBar(at, 1));
        int day = plan.Returns.Days[180];
        ReadOnlySpan<double> weights = plan.Make(day, day, day, Settings(7)).On(day);
        Assert.Equal(0, weights[2]);
        Assert.Equal(1, weights[0] + weights[1] + weights[3] + weights[4], 1e-5);
    }

    [Fact]
    public void The_traded_pair_s_multiple_of_an_equal_share_is_capped_at_two()
    {
        int[] days = [DailyReturns.DayOf(Made.Bars, 0)];
        double Factor(double weight) => new PortfolioSize(Made.Bars, new PortfolioWeights(Plan.Returns.Pairs, days, [weight, 0, 0, 0, 0])).FactorAt(0);
        Assert.Equal((0, 0.5, 1.0, 2.0, 2.0), (Factor(0), Factor(0.1), Factor(0.2), Factor(0.4), Factor(0.5)));
    }

    [Fact]
    public void What_was_computed_is_remembered_within_bounds_and_by_what_it_depends_on()
    {
        WeightPlan plan = new(Plan.Returns);
        int anchor = plan.Returns.Days[120];
        _ = plan.Make(anchor, anchor, anchor + 27, Settings(7));
        Assert.Equal(4, plan.Remembered);
        _ = plan.Make(anchor, anchor, anchor + 27, Settings(14));
        _ = plan.Make(anchor, anchor, anchor + 27, new RiskfolioSettings(Defaults.With("riskfolio_risk_aversion", 3)));
        Assert.Equal(4, plan.Remembered);
        AllocationMemory memory = new(generation: 10);
        for (int i = 0; i < 100; i++)
        {
            _ = memory.GetOrCompute(i, Settings(7), () => [i]);
        }

        Assert.InRange(memory.Count, 10, 20);
        Assert.Equal(99, memory.GetOrCompute(99, Settings(30), () => [0])[0]);
    }

    private static RiskfolioSettings Settings(int days) => new(Defaults.With("riskfolio_rebalance_freq", days));

    private static BarSeries Without(BarSeries bars, int fromDay, int toDay) => Changed(bars, i => DailyReturns.DayOf(bars, i) is var d && d >= fromDay && d <= toDay ? null : 1.0);

    private static BarSeries Jumping(BarSeries bars, int day) => Changed(bars, i => DailyReturns.DayOf(bars, i) >= day ? 1.3 : 1.0);

    private static BarSeries Changed(BarSeries bars, Func<int, double?> factor)
    {
        int[] kept = [.. Enumerable.Range(0, bars.Count).Where(i => factor(i) is not null)];
        int[] Scaled(Func<int, int> price) => [.. kept.Select(i => (int)(price(i) * factor(i)!.Value))];
        return new BarSeries(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, new BarColumns
        {
            StartMinutes = [.. kept.Select(i => bars.StartMinutes[i])],
            Open = Scaled(i => bars.Open[i]),
            High = Scaled(i => bars.High[i]),
            Low = Scaled(i => bars.Low[i]),
            Close = Scaled(i => bars.Close[i]),
        });
    }
}
