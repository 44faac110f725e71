using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Risk;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Strategy.Tests.Filters;

public sealed class FilterTests
{
    private static readonly BarSeries Walk = WalkingBars.Make(6, 200, 5, 20);
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;

    [Theory]
    [InlineData(29.99, 1)]
    [InlineData(30, 0.5)]
    [InlineData(49.99, 0.5)]
    [InlineData(50, 0.3)]
    public void The_vix_reduces_size_from_each_threshold_on(double level, double factor) =>
        Assert.Equal(factor, new VixFilter(Reports(level), Defaults).SizeFactorAt(10), 12);

    [Fact]
    public void Before_the_first_value_the_vix_says_nothing()
    {
        PublishedColumn late = new(Walk, new PublishedSeries("vix", [Walk.EndOf(50)], [80]));
        Assert.Equal(1, new VixFilter(late, Defaults).SizeFactorAt(50));
        Assert.Equal(0.3, new VixFilter(late, Defaults).SizeFactorAt(51), 12);
    }

    [Fact]
    public void A_weak_signal_with_a_one_sided_crowd_is_inverted_and_loses_its_pattern()
    {
        EntryOutlook signal = new(Side.Long, 0.2, 1, new TechnicalTerms(3, 2, 1, 1));
        EntryOutlook after = new SentimentFilter(Reports(0.8, 0.8, 0.8, 0.8), null, Defaults).Apply(10, signal);
        Assert.Equal((Side.Short, default), (after.Side, after.Terms));
        Assert.Equal(0.6, after.Confidence, 12);
    }

    [Fact]
    public void A_strong_signal_with_a_one_sided_crowd_is_made_smaller()
    {
        EntryOutlook after = new SentimentFilter(Reports(0.2, 0.2, 0.2, 0.2), null, Defaults).Apply(10, new EntryOutlook(Side.Short, 0.9, 0.5, default));
        Assert.Equal((Side.Short, 0.9), (after.Side, after.Confidence));
        Assert.Equal(0.5 * 0.6, after.SizeFactor, 12);
    }

    [Theory]
    [InlineData(new[] { 0.8, 0.8, 0.8, 0.7 })] // not one-sided now
    [InlineData(new[] { 0.3, 0.4, 0.3, 0.9 })] // one-sided in one report only
    [InlineData(new[] { 0.2, 0.2, 0.2, 0.2 })] // the crowd is on the other side
    public void Other_signals_stay_as_they_are(double[] shares)
    {
        EntryOutlook signal = new(Side.Long, 0.2, 1, default);
        Assert.Equal(signal, new SentimentFilter(Reports(shares), null, Defaults).Apply(10, signal));
    }

    [Fact]
    public void The_crowd_s_confidence_is_its_mean_share_over_four_reports()
    {
        Crowd crowd = Crowd.At(Reports(0.9, 0.4, 0.3, 0.2, 0.1), 10);
        Assert.Equal((Side.Short, 0.9), (crowd.Side, crowd.Share));
        Assert.Equal(0.75, crowd.Confidence, 12);
    }

    [Fact]
    public void News_count_for_a_day_after_their_publication()
    {
        NewsTone tone = new(Walk, new PublishedSeries("news", [Walk.EndOf(10), Walk.EndOf(20)], [1, -0.5]));
        Assert.Null(tone.At(10));
        Assert.Equal(1, tone.At(11));
        Assert.Equal(0.25, tone.At(21));
        int later = Walk.IndexAtOrAfter(Walk.EndOf(10).AddHours(NewsTone.Hours));
        Assert.True(later == Walk.Count || tone.At(later) is -0.5);
    }

    [Fact]
    public void The_crowd_is_the_mean_of_report_and_news_when_news_are_used()
    {
        Assert.Equal(new Crowd(Side.Long, 0.8, 0.8), Crowd.At(Reports(0.8, 0.8, 0.8, 0.8), 10, 0.6));
        Assert.Equal(Side.Short, Crowd.At(Reports(0.6, 0.6, 0.6, 0.6), 10, -1).Side);
        NewsTone good = new(Walk, new PublishedSeries("news", [Walk.EndOf(0)], [1]));
        EntryOutlook signal = new(Side.Long, 0.2, 1, default);
        Assert.Equal(signal, new SentimentFilter(Reports(0.7, 0.7, 0.7, 0.7), good, Defaults).Apply(10, signal));
        Assert.Equal(Side.Short, new SentimentFilter(Reports(0.7, 0.7, 0.7, 0.7), good, Defaults.With("filter_sentiment_use_news", 1)).Apply(10, signal).Side);
    }

    [Fact]
    public void Running_sums_give_what_a_pass_over_the_bars_gives()
    {
        BarSeries bars = WithVolume(Walk, i => 100 + (i * 37 % 91));
        VolumeColumns columns = new(bars);
        for (int bar = 110; bar < bars.Count; bar++)
        {
            double balance = Enumerable.Range(bar - 19, 20).Sum(i => bars.Volume[i] * Math.Sign(bars.Close[i] - bars.Close[i - 1]));
            Assert.Equal(Math.Sign(balance), columns.BalanceSlope(bar, 20));
            double weighted = Enumerable.Range(bar - 49, 50).Sum(i => bars.Volume[i] * ((double)bars.High[i] + bars.Low[i] + bars.Close[i]) / 3)
                / Enumerable.Range(bar - 49, 50).Sum(i => (double)bars.Volume[i]);
            Assert.Equal(Math.Sign(bars.Close[bar] - weighted), columns.SideOfWeightedPrice(bar, 50));
            Assert.Equal(Enumerable.Range(bar - 20, 20).Average(i => bars.Volume[i]), columns.MeanBefore(bar), 4);
        }
    }

    [Fact]
    public void Thin_volume_for_the_hour_skips_the_trade()
    {
        VolumeColumns columns = new(WithVolume(Rising(), i => i < 150 ? 100 : 60));
        VolumeFilter filter = new(columns, new HourlyVolume(columns, 0, 150), Defaults.With("filter_volume_min_liquidity_pct", 0.7));
        VolumeFilter lenient = new(columns, new HourlyVolume(columns, 0, 150), Defaults.With("filter_volume_min_liquidity_pct", 0.5));
        EntryOutlook signal = new(Side.Long, 0.2, 1, default);
        // The hour of bar 140 was seen in training; bar 151 shares it.
        Assert.Equal(columns.HourAt(149), columns.HourAt(150));
        Assert.Equal(default, filter.Apply(150, signal));
        Assert.Equal(signal, lenient.Apply(150, signal));
    }

    [Fact]
    public void Volume_that_flows_the_other_way_skips_the_trade_and_a_spike_makes_it_surer()
    {
        VolumeFilter filter = new(new VolumeColumns(WithVolume(Rising(), i => i == 100 ? 300 : 100)), null, Defaults);
        Assert.Equal(default, filter.Apply(100, new EntryOutlook(Side.Short, 0.2, 1, default)));
        Assert.Equal(0.6, filter.Apply(100, new EntryOutlook(Side.Long, 0.2, 1, default)).Confidence, 12);
        Assert.Equal(0.2, filter.Apply(99, new EntryOutlook(Side.Long, 0.2, 1, default)).Confidence, 12);
    }

    private static PublishedColumn Reports(params double[] values) =>
        new(Walk, new PublishedSeries("test", [.. values.Select((_, i) => Walk.StartOf(0).AddDays(i - values.Length))], values));

    private static BarSeries Rising() => new(Walk.Symbol, Walk.Timeframe, Walk.Digits, Walk.Side, new BarColumns
    {
        StartMinutes = [.. Enumerable.Range(0, 200).Select(i => 27_350_000 + (i * 5) - (27_350_000 % 60))],
        Open = [.. Enumerable.Range(0, 200).Select(i => 100_000 + i)],
        High = [.. Enumerable.Range(0, 200).Select(i => 100_002 + i)],
        Low = [.. Enumerable.Range(0, 200).Select(i => 99_999 + i)],
        Close = [.. Enumerable.Range(0, 200).Select(i => 100_001 + i)],
    });

    private static BarSeries WithVolume(BarSeries bars, Func<int, float> volume) => new(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, new BarColumns
    {
        StartMinutes = bars.StartMinutes.ToArray(),
        Open = bars.Open.ToArray(),
        High = bars.High.ToArray(),
        Low = bars.Low.ToArray(),
        Close = bars.Close.ToArray(),
        Volume = [.. Enumerable.Range(0, bars.Count).Select(volume)],
    });
}
