using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Storage.MarketData.Series;

namespace ForexE2E.Storage.Tests.MarketData.Series;

public sealed class NewsFileTests : IDisposable
{
    private readonly TextFolder _folder = new();

    [Fact]
    public void Seconds_are_rounded_up_and_items_of_one_minute_become_their_mean()
    {
        PublishedSeries news = NewsFile.Read(_folder.Lines(
            "n.csv", "published_utc,score,headline", "2019-01-02T12:30:00Z,0.5,a", "2019-01-02T12:30:01Z,-1,b", "2019-01-02T12:31:00Z,0,c", "2019-01-02T12:40Z,1,d"));

        Assert.Equal(["12:30", "12:31", "12:40"], news.Published.ToArray().Select(p => p.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([0.5, -0.5, 1], news.Values.ToArray());
        Assert.Null(news.Before(new DateTime(2019, 1, 2, 12, 30, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("published_utc,score\n2019-01-02T12:30:00Z,1.5\n", "line 2: '1.5' in column score")]
    [InlineData("published_utc,score\n2019-01-02T12:30:00Z,NaN\n", "line 2: 'NaN'")]
    [InlineData("published_utc,score\n2019-01-02 12:30,0\n", "line 2: '2019-01-02 12:30' in column published_utc")]
    [InlineData("published_utc,score\n2019-01-03T12:30:00Z,0\n2019-01-02T12:30:00Z,0\n", "line 3: the row is earlier")]
    [InlineData("published_utc,tone\n2019-01-03T12:30:00Z,0\n", "no column 'score'")]
    [InlineData("published_utc,score\n", "no rows")]
    public void A_bad_file_is_refused_with_line_and_remedy(string text, string message)
    {
        string path = _folder.Write("n.csv", text);
        string seen = Assert.Throws<MarketDataException>(() => NewsFile.Read(path)).Message;
        Assert.StartsWith(path, seen, StringComparison.Ordinal);
        Assert.Contains(message, seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_market_s_series_and_states_come_back_from_their_files()
    {
        DateTime from = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
        SyntheticMarketData made = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), from, from.AddDays(40), 3);
        PublishedSeriesFiles.WriteVix(_folder.PathOf("v.csv"), made.Vix);
        PublishedSeriesFiles.WriteSentiment(_folder.PathOf("s.csv"), made.Sentiment);
        PublishedSeriesFiles.WriteNews(_folder.PathOf("n.csv"), made.News);
        RegimeStatesFile.Write(_folder.PathOf("r.csv"), made.Bars, made.HiddenRegimes);

        AssertSame(made.Vix, VixFile.Read(_folder.PathOf("v.csv")));
        AssertSame(made.Sentiment, PositioningFile.Read(_folder.PathOf("s.csv")));
        AssertSame(made.News, NewsFile.Read(_folder.PathOf("n.csv")));
        IReadOnlyDictionary<DateTime, Regime> states = RegimeStatesFile.Read(_folder.PathOf("r.csv"));
        Assert.Equal(made.HiddenRegimes, Enumerable.Range(0, made.Bars.Count).Select(i => states[made.Bars.StartOf(i)]));
    }

    [Fact]
    public void Unknown_states_are_refused() =>
        Assert.Contains("Unknown regime 'bullish'", Assert.Throws<MarketDataException>(() => RegimeStatesFile.Read(_folder.Lines("r.csv", "timestamp,regime", "2019-01-02T12:00:00Z,bullish"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static void AssertSame(PublishedSeries expected, PublishedSeries found)
    {
        Assert.Equal(expected.Published.ToArray(), found.Published.ToArray());
        Assert.All(expected.Values.ToArray().Zip(found.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 9));
    }
}
