using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.Tests.Stress;

/// <summary>Odd markets have defined results: docs/stress.md says which.</summary>
public sealed class StressSpansTests
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime TestFrom = From.AddDays(30);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(15));
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(Traded, From.AddDays(-10), From.AddDays(44), 8, moves: 3);
    private static readonly MarketData Usual = new(Made.Bars, Made.Pairs, Made.Vix, Made.Sentiment, "usual") { News = Made.News };

    [Fact]
    public void Holes_in_the_bars_are_bridged_and_a_trade_over_a_hole_ends_at_the_first_price_after_it()
    {
        // One bar in five is missing, a day in the train span, and three days from the second test day on.
        SplitMix64 random = new(4);
        MarketData holed = Usual with
        {
            Bars = Kept(Made.Bars, start => random.NextInt(5) != 0
                && !(start >= From.AddDays(10) && start < From.AddDays(11)) && !(start >= TestFrom.AddDays(1) && start < TestFrom.AddDays(4))),
            Hash = "holes",
        };
        ImmutableArray<WindowRun> runs = Balanced(holed);
        Assert.Contains(runs, r => r.Trades.Length > 0);
        Assert.All(runs.SelectMany(r => r.Trades), t => Assert.Equal(holed.Bars.StartOf(t.EntryBar), t.EntryTime));
    }

    [Fact]
    public void A_market_that_never_moves_gives_no_trade()
    {
        int price = Made.Bars.Close[0];
        MarketData flat = Usual with { Bars = Priced(Made.Bars, _ => (price, price, price, price)), Hash = "flat" };
        Assert.All(Balanced(flat), r => Assert.Empty(r.Trades));
    }

    [Fact]
    public void A_market_that_stops_moving_in_the_test_span_costs_no_more_than_the_costs()
    {
        int first = Made.Bars.IndexAtOrAfter(TestFrom.AddDays(2));
        int price = Made.Bars.Close[first - 1];
        MarketData still = Usual with { Bars = Priced(Made.Bars, i => i < first ? Of(Made.Bars, i) : (price, price, price, price)), Hash = "still" };
        ImmutableArray<WindowRun> runs = Balanced(still);
        Assert.All(runs.SelectMany(r => r.Trades).Where(t => t.EntryBar > first), t => Assert.True(t.GrossCents <= 0));
    }

    [Fact]
    public void Spreads_of_two_hundred_pips_are_paid_and_the_account_s_debt_is_kept_in_the_books()
    {
        MarketData wide = Usual with { Bars = WithSpread(Made.Bars, i => i % 7 == 0 ? 2000 : Made.Bars.Spread[i]), Hash = "wide" };
        ImmutableArray<WindowRun> runs = Balanced(wide);
        long usual = Balanced(Usual).Sum(r => r.Trades.Sum(t => t.SpreadCents));
        Assert.True(runs.Sum(r => r.Trades.Sum(t => t.SpreadCents)) > usual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_market_that_only_rises_or_only_falls_teaches_the_ensemble_nothing_and_still_balances(int sign)
    {
        MarketData oneSided = Usual with
        {
            Bars = Priced(Made.Bars, i => (100_000 + (sign * 5 * i), 100_002 + (sign * 5 * i), 99_998 + (sign * 5 * i), 100_001 + (sign * 5 * i))),
            Hash = "one-sided",
        };
        Backtest backtest = new(Definition(oneSided), oneSided, new FitCache());
        Assert.All(backtest.InSample, w => Assert.Equal(0.5f, backtest.Fit(w, default).UpProbabilityAt(backtest.Fit(w, default).TestFirst)));
        Balanced(oneSided);
    }

    [Fact]
    public void A_pair_that_is_missing_for_a_week_is_as_if_it_had_not_moved_and_changes_nothing_before()
    {
        DateTime missing = TestFrom.AddDays(2);
        MarketData gap = Usual with
        {
            Pairs = [Kept(Made.Pairs[0], start => start < missing || start >= missing.AddDays(7)), .. Made.Pairs[1..]],
            Hash = "pair missing",
        };
        Backtest whole = new(Definition(Usual), Usual, new FitCache());
        Backtest part = new(Definition(gap), gap, new FitCache());
        (var one, var two) = (whole.Fit(whole.InSample[0], default), part.Fit(part.InSample[0], default));
        int first = Made.Bars.IndexAtOrAfter(missing);
        Assert.All(Enumerable.Range(one.TrainFirst, first - one.TrainFirst), bar => Assert.Equal(one.UpProbabilityAt(bar), two.UpProbabilityAt(bar)));
        Assert.Contains(Enumerable.Range(first, one.TestEnd - first), bar => one.UpProbabilityAt(bar) != two.UpProbabilityAt(bar));
        Balanced(gap);
    }

    // The defaults, a set that trades more, and twenty random ones.
    private static ImmutableArray<WindowRun> Balanced(MarketData data)
    {
        Backtest backtest = new(Definition(data), data, new FitCache());
        ParameterSpace space = ParameterCatalog.Space(backtest.Fixed);
        SplitMix64 random = new(17);
        ParameterSet eager = space.Repair(space.Defaults.With("filter_volume_enabled", 0).With("pattern_confidence_threshold", 0.5).Values);
        ImmutableArray<ParameterSet> sets = [space.Defaults, eager, .. Enumerable.Range(0, 20).Select(_ => Accounts.Draw(space, random))];
        ImmutableArray<WindowRun> runs = [.. sets.SelectMany(s => backtest.InSample.Select(w => backtest.RunWindowTrades(w, s, default)))];
        foreach (WindowRun run in runs)
        {
            Accounts.Balance(backtest, run);
        }

        return runs;
    }

    private static RunDefinition Definition(MarketData data) => new()
    {
        Market = new Market(data.Bars.Symbol, data.Bars.Timeframe),
        From = From,
        To = From.AddDays(44),
        Data = new DataSources(),
        WalkForward = new WalkForwardSettings(outOfSampleFraction: 0),
    };

    private static (int Open, int High, int Low, int Close) Of(BarSeries bars, int i) => (bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i]);

    private static BarSeries Priced(BarSeries bars, Func<int, (int Open, int High, int Low, int Close)> price) => Rebuilt(bars, [.. Enumerable.Range(0, bars.Count)], price, i => bars.Spread[i]);

    private static BarSeries WithSpread(BarSeries bars, Func<int, int> spread) => Rebuilt(bars, [.. Enumerable.Range(0, bars.Count)], i => Of(bars, i), spread);

    private static BarSeries Kept(BarSeries bars, Predicate<DateTime> keeps) =>
        Rebuilt(bars, [.. Enumerable.Range(0, bars.Count).Where(i => keeps(bars.StartOf(i)))], i => Of(bars, i), i => bars.Spread[i]);

    private static BarSeries Rebuilt(BarSeries bars, int[] kept, Func<int, (int Open, int High, int Low, int Close)> price, Func<int, int> spread) => new(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, new BarColumns
    {
        StartMinutes = [.. kept.Select(i => bars.StartMinutes[i])],
        Open = [.. kept.Select(i => price(i).Open)],
        High = [.. kept.Select(i => price(i).High)],
        Low = [.. kept.Select(i => price(i).Low)],
        Close = [.. kept.Select(i => price(i).Close)],
        Volume = [.. kept.Select(i => bars.Volume[i])],
        Spread = [.. kept.Select(spread)],
    });
}
