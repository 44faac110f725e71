using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;

namespace ForexE2E.Strategy.Tests.LookAhead;

/// <summary>Patterns, VIX, sentiment and volume at a close rest on what was known at that close.</summary>
public sealed class SignalLookAheadTests
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(15));
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(Traded, From, From.AddDays(45), 3);

    private static readonly ParameterSet Open = ParameterCatalog.Space([]).Defaults
        .With("pattern_confidence_threshold", 0.5)
        .With("filter_vix_high_threshold", 20)
        .With("filter_sentiment_contrarian_threshold", 0.6)
        .With("filter_sentiment_confidence_threshold", 0.5);

    [Fact]
    public void Decisions_and_plans_do_not_change_when_later_bars_and_publications_are_taken_away()
    {
        int count = Made.Bars.Count;
        int[] cuts = [count / 4, (count / 2) + 1, (count / 2) + 40, count - 1];
        Assert.Equal(-1, Peeking.FirstBar(Made.Bars, cuts, Outcomes));
    }

    [Fact]
    public void A_value_published_at_the_close_is_not_known_at_it()
    {
        BarSeries bars = Made.Bars.Truncate(10);
        PublishedColumn column = new(bars, new PublishedSeries("test", [bars.EndOf(4)], [1]));
        Assert.Equal(-1, column.ReportAt(4));
        Assert.Equal(0, column.ReportAt(5));
    }

    [Fact]
    public void A_rule_says_the_same_whatever_bar_it_is_first_asked_at()
    {
        // Long enough after both beginnings that the count of bars in a regime is the same.
        List<string> whole = Outcomes(Made.Bars, 0);
        List<string> later = Outcomes(Made.Bars, 700);
        Assert.Equal(whole[750..], later[50..]);
    }

    private static List<string> Outcomes(BarSeries bars) => Outcomes(bars, 0);

    private static List<string> Outcomes(BarSeries bars, int first)
    {
        DateTime end = bars.EndOf(bars.Count - 1);
        MarketData data = new(bars, [], Known(Made.Vix, end), Known(Made.Sentiment, end), "");
        TradingStrategy strategy = new(data, new RunDefinition { Market = Traded, From = From, To = From.AddDays(45), Data = new DataSources() });
        float[] up = [.. Enumerable.Range(0, bars.Count).Select(i => 0.5f + (0.2f * ((i * 7 % 11) - 5) / 5))];
        Regime[] regimes = [.. Enumerable.Range(0, bars.Count).Select(i => RegimeNames.States[i / 30 % 4])];
        EngineRule rule = strategy.TestRule(new FittedWindow(0, 0, 0, bars.Count, up, regimes), Open, TrainStatistics.None);
        List<string> all = [];
        for (int bar = first; bar < bars.Count; bar++)
        {
            Decision decision = rule.AtClose(bar, default, new AccountView { EquityCents = 10_000_000, DayStartEquityCents = 10_000_000 });
            EntryPlan plan = rule.AtEntry(new EntryContext
            {
                SignalBar = bar,
                Side = decision.Signal,
                EntryPoints = bars.Close[bar],
                CentsPerPoint = 1,
                NotionalCents = bars.Close[bar],
                Account = new AccountView { EquityCents = 10_000_000 },
            });
            all.Add(FormattableString.Invariant($"{decision.Signal} {plan.MicroLots} {plan.StopPoints} {plan.StopReason} {plan.TargetPoints}"));
        }

        return all;
    }

    private static PublishedSeries Known(PublishedSeries series, DateTime end)
    {
        int count = Math.Max(1, series.IndexBefore(end) + 1);
        return new PublishedSeries(series.Name, series.Published[..count].ToArray(), series.Values[..count].ToArray());
    }
}
