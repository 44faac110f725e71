using ForexE2E.Backtesting.LookAhead;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.Tests.LookAhead;

public sealed class LookAheadCheckTests
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(60));
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(Traded, From.AddDays(-30), From.AddDays(51), 3, moves: 3);
    private static readonly MarketData Data = new(Made.Bars, Made.Pairs, Made.Vix, Made.Sentiment, "look-ahead") { News = Made.News };

    [Fact]
    public void No_component_of_the_strategy_looks_ahead_at_any_edge_or_seeded_bar()
    {
        LookAheadCheck check = Check(plantLeak: false);
        ComponentVerdict[] verdicts = [.. check.Cuts(4).SelectMany(c => check.Examine(c, default).Verdicts)];
        Assert.DoesNotContain(verdicts, v => v.FirstLeak is not null);
        Assert.All(check.Components, c => Assert.True(verdicts.Where(v => v.Component == c.Name).Sum(v => v.Compared) > 0, $"{c.Name} was never compared."));
        Assert.All(new[] { "news", "vix", "sentiment", "volume", "resampling", "pair USDJPY", "regimes", "ensemble", "decisions", "trades" }, n => Assert.Contains(n, check.Components.Select(c => c.Name)));
    }

    [Fact]
    public void A_component_that_peeks_one_bar_ahead_is_found_at_the_cut_by_both_tests_and_accuses_no_other()
    {
        LookAheadCheck check = Check(plantLeak: true);
        Cut cut = check.Cuts(1)[^1];
        ComponentVerdict[] leaks = [.. check.Examine(cut, default).Verdicts.Where(v => v.FirstLeak is not null)];
        Assert.Equal([FutureTest.Truncated, FutureTest.Changed], leaks.Select(l => l.Test));
        Assert.All(leaks, l => Assert.Equal(("planted leak", (int?)cut.Bar), (l.Component, l.FirstLeak)));
    }

    [Fact]
    public void Cuts_are_the_same_for_the_same_seed_and_stand_on_edges_first()
    {
        LookAheadCheck check = Check(plantLeak: false);
        Assert.Equal<Cut>([.. check.Cuts(6)], [.. check.Cuts(6)]);
        Assert.Equal("last train bar of the first window", check.Cuts(6)[0].Why);
        Assert.Equal(check.Cuts(0).Length + 6, check.Cuts(6).Length);
        Assert.Contains(check.Cuts(0), c => c.Why == "first bar at which a VIX value is known");
    }

    [Fact]
    public void The_past_at_a_bar_holds_nothing_that_was_published_at_its_close_or_later()
    {
        int bar = Made.Bars.IndexAtOrAfter(Made.Vix.Published[20]) - 1;
        MarketData known = KnownPast.At(Data, bar);
        Assert.Equal(bar + 1, known.Bars.Count);
        Assert.True(known.Vix!.Published[^1] < Made.Bars.EndOf(bar));
        Assert.All(known.Pairs, p => Assert.True(p.EndOf(p.Count - 1) <= Made.Bars.EndOf(bar)));
    }

    [Fact]
    public void Another_future_leaves_the_past_alone_and_changes_every_later_price()
    {
        int bar = Made.Bars.Count / 2;
        MarketData other = OtherFuture.After(Data, bar, 1);
        Assert.Equal(Made.Bars.Close[..(bar + 1)].ToArray(), other.Bars.Close[..(bar + 1)].ToArray());
        Assert.True(other.Bars.Count < Made.Bars.Count);
        int later = other.Bars.Count - 1;
        int same = Made.Bars.IndexAtOrAfter(other.Bars.StartOf(later));
        Assert.NotEqual(Made.Bars.Close[same], other.Bars.Close[later]);
        Assert.NotEqual(Made.News.Values[^1], other.News!.Values[^1]);
    }

    private static LookAheadCheck Check(bool plantLeak) => new(
        new RunDefinition { Market = Traded, From = From, To = From.AddDays(51), Data = new DataSources(), WalkForward = new WalkForwardSettings(outOfSampleFraction: 0) },
        Data,
        1,
        plantLeak);
}
