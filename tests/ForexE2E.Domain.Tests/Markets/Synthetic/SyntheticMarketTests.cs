using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;

namespace ForexE2E.Domain.Tests.Markets.Synthetic;

public sealed class SyntheticMarketTests
{
    private static readonly DateTime From = new(2018, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market FiveMinutes = new(Symbol.Parse("EURUSD"), Timeframe.Parse("5m"));

    [Fact]
    public void The_same_seed_gives_the_same_numbers_on_every_machine()
    {
        SyntheticMarketData data = SyntheticMarket.Generate(FiveMinutes, From, From.AddDays(30), 7);

        // Pinned: whoever changes the generator changes every stored result made with it.
        Assert.Equal(Pinned, (data.Bars.Count, Digest(data.Bars), Digest(data.Pairs[4]), data.Vix.Values[^1], data.Sentiment.Values[^1]));
    }

    private static (int, long, long, double, double) Pinned => (6312, 5970977254633135134, 1408156580584945537, 22.99, 0.4413);

    [Fact]
    public void Another_seed_gives_another_market() =>
        Assert.NotEqual(
            Digest(SyntheticMarket.Generate(FiveMinutes, From, From.AddDays(5), 1).Bars),
            Digest(SyntheticMarket.Generate(FiveMinutes, From, From.AddDays(5), 2).Bars));

    [Theory]
    [InlineData("5m")]
    [InlineData("1h")]
    [InlineData("1m")]
    public void A_later_end_only_appends(string timeframe)
    {
        var market = new Market(FiveMinutes.Symbol, Timeframe.Parse(timeframe));
        SyntheticMarketData brief = SyntheticMarket.Generate(market, From, From.AddDays(6), 3);
        SyntheticMarketData full = SyntheticMarket.Generate(market, From, From.AddDays(12), 3);

        Assert.Equal(Digest(brief.Bars), Digest(full.Bars.Truncate(brief.Bars.Count)));
        Assert.Equal(Digest(brief.Pairs[2]), Digest(full.Pairs[2].Truncate(brief.Pairs[2].Count)));
        Assert.Equal(brief.HiddenRegimes.ToArray(), full.HiddenRegimes.Take(brief.Bars.Count));
        Assert.Equal(brief.Vix.Values.ToArray(), full.Vix.Values[..brief.Vix.Count].ToArray());
    }

    [Fact]
    public void Coarse_bars_are_the_fine_ones_resampled()
    {
        var hours = new Market(FiveMinutes.Symbol, Timeframe.Parse("1h"));

        Assert.Equal(
            Digest(Resampling.Resample(SyntheticMarket.Generate(FiveMinutes, From, From.AddDays(10), 5).Bars, hours.Timeframe)),
            Digest(SyntheticMarket.Generate(hours, From, From.AddDays(10), 5).Bars));
    }

    [Fact]
    public void Bars_fill_the_trading_week_and_leave_the_weekend_empty()
    {
        BarSeries bars = SyntheticMarket.Generate(FiveMinutes, From, From.AddDays(60), 1).Bars;

        Assert.Equal(TradingWeek.OpenMinutes(bars.StartMinutes[0], bars.StartMinutes[^1] + 5) / 5, bars.Count);
        Assert.All(bars.StartMinutes.ToArray(), minute => Assert.True(TradingWeek.IsOpen(minute)));
    }

    [Fact]
    public void Spreads_are_widest_at_the_rollover_and_volume_highest_in_the_morning_of_New_York()
    {
        BarSeries bars = SyntheticMarket.Generate(FiveMinutes, From.AddMonths(3), From.AddMonths(5), 1).Bars;

        double rollover = Mean(bars, 21, i => bars.Spread[i]);
        Assert.True(rollover > 2.5 * Mean(bars, 13, i => bars.Spread[i]));
        Assert.True(Mean(bars, 13, i => bars.Volume[i]) > 3 * Mean(bars, 21, i => bars.Volume[i]));
    }

    [Fact]
    public void Five_other_pairs_stand_on_the_same_bars_and_move_with_the_traded_one()
    {
        SyntheticMarketData data = SyntheticMarket.Generate(FiveMinutes, From, From.AddDays(90), 1);

        Assert.Equal(["GBPUSD", "USDJPY", "AUDUSD", "USDCHF", "USDCAD"], data.Pairs.Select(p => p.Symbol.Code));
        Assert.All(data.Pairs, pair => Assert.Equal(data.Bars.StartMinutes.ToArray(), pair.StartMinutes.ToArray()));
        double[] expected = [0.55, -0.5, 0.5, -0.8, -0.5];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(Correlation(data.Bars, data.Pairs[i]) - expected[i], -0.15, 0.15);
        }
    }

    [Fact]
    public void Regimes_differ_in_drift_and_in_size_of_moves()
    {
        SyntheticMarketData data = SyntheticMarket.Generate(FiveMinutes, From, From.AddYears(1), 11);
        Dictionary<Regime, (double Mean, double Deviation)> moves = RegimeNames.States.ToDictionary(r => r, r => MovesIn(data, r));

        Assert.True(moves[Regime.TrendingUp].Mean > 0.03 * moves[Regime.TrendingUp].Deviation);
        Assert.True(moves[Regime.TrendingDown].Mean < -0.03 * moves[Regime.TrendingDown].Deviation);
        Assert.True(moves[Regime.Volatile].Deviation > 1.6 * moves[Regime.TrendingUp].Deviation);
        Assert.True(moves[Regime.Ranging].Deviation < 0.9 * moves[Regime.TrendingUp].Deviation);
    }

    [Fact]
    public void Vix_is_published_at_16_15_and_sentiment_on_Friday_15_30_New_York()
    {
        SyntheticMarketData data = SyntheticMarket.Generate(FiveMinutes, From.AddMonths(4), From.AddMonths(5), 1); // July: UTC-4

        Assert.All(data.Vix.Published.ToArray(), p => Assert.Equal(new TimeSpan(20, 15, 0), p.TimeOfDay));
        Assert.All(data.Sentiment.Published.ToArray(), p => Assert.Equal((DayOfWeek.Friday, new TimeSpan(19, 30, 0)), (p.DayOfWeek, p.TimeOfDay)));
        Assert.All(data.Sentiment.Values.ToArray(), share => Assert.InRange(share, 0.0, 1.0));
        Assert.InRange(data.Vix.Count, 20, 23);
    }

    [Theory]
    [InlineData("XAUUSD")]
    [InlineData("NZDJPY")]
    [InlineData("USDJPY")]
    [InlineData("USDEUR")]
    public void Any_known_pair_can_be_traded(string symbol)
    {
        var market = new Market(Symbol.Parse(symbol), Timeframe.Parse("15m"));
        SyntheticMarketData data = SyntheticMarket.Generate(market, From, From.AddDays(20), 1);

        Assert.Equal(5, data.Pairs.Length);
        Assert.DoesNotContain(market.Symbol, data.Pairs.Select(p => p.Symbol));
        Assert.InRange(data.Bars[0].Close / TypicalPrices.Of(market.Symbol), 0.9, 1.1);
    }

    [Fact]
    public void A_span_that_is_empty_or_not_UTC_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SyntheticMarket.Generate(FiveMinutes, From, From, 1));
        Assert.Throws<ArgumentException>(() => SyntheticMarket.Generate(FiveMinutes, DateTime.SpecifyKind(From, DateTimeKind.Unspecified), From.AddDays(1), 1));
    }

    private static long Digest(BarSeries bars)
    {
        long digest = bars.Count;
        for (int i = 0; i < bars.Count; i++)
        {
            digest = unchecked((digest * 31) + bars.StartMinutes[i]);
            digest = unchecked((((((((digest * 31) + bars.Open[i]) * 31) + bars.High[i]) * 31) + bars.Low[i]) * 31) + bars.Close[i]);
            digest = unchecked((((digest * 31) + (long)bars.Volume[i]) * 31) + bars.Spread[i]);
        }

        return digest;
    }

    private static double Mean(BarSeries bars, int hour, Func<int, double> valueOf) =>
        Enumerable.Range(0, bars.Count).Where(i => bars.StartOf(i).Hour == hour).Average(valueOf);

    private static double[] Moves(BarSeries bars) =>
        [.. Enumerable.Range(1, bars.Count - 1).Select(i => ((double)bars.Close[i] / bars.Close[i - 1]) - 1)];

    private static double Correlation(BarSeries a, BarSeries b)
    {
        (double[] x, double[] y) = (Moves(a), Moves(b));
        (double meanX, double meanY) = (x.Average(), y.Average());
        double both = x.Zip(y, (p, q) => (p - meanX) * (q - meanY)).Sum();
        return both / Math.Sqrt(x.Sum(p => (p - meanX) * (p - meanX)) * y.Sum(q => (q - meanY) * (q - meanY)));
    }

    private static (double Mean, double Deviation) MovesIn(SyntheticMarketData data, Regime regime)
    {
        double[] moves = [.. Moves(data.Bars).Where((_, i) => data.HiddenRegimes[i + 1] == regime)];
        double mean = moves.Average();
        return (mean, Math.Sqrt(moves.Average(m => (m - mean) * (m - mean))));
    }
}
