using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Tests.Markets;

public sealed class BarSeriesTests
{
    [Fact]
    public void A_bar_reads_back_in_price_units()
    {
        Bar bar = Series([100], spread: [12])[0];

        Assert.Equal(new Bar(DateTime.UnixEpoch.AddMinutes(100), 1.13, 1.1301, 1.1299, 1.13005, null, 0.00012), bar);
    }

    [Fact]
    public void An_instant_finds_the_first_bar_that_starts_at_or_after_it()
    {
        BarSeries series = Series([100, 105, 120]);

        Assert.Equal(
            [0, 0, 1, 1, 2, 2, 3],
            new[] { 0, 100, 101, 105, 106, 120, 121 }.Select(m => series.IndexAtOrAfter(DateTime.UnixEpoch.AddMinutes(m))));
        Assert.Equal(1, series.IndexAtOrAfter(DateTime.UnixEpoch.AddMinutes(100).AddTicks(1)));
    }

    [Theory]
    [InlineData(113000, 113010, 112990, 113020, "high")]
    [InlineData(113000, 113010, 113005, 113008, "high")]
    [InlineData(0, 10, 0, 5, "above zero")]
    public void A_bar_that_cannot_be_is_refused_with_its_place(int open, int high, int low, int close, string word)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new BarSeries(Symbol.Parse("EURUSD"), new Timeframe(5), 5, PriceSide.Bid, new BarColumns
        {
            StartMinutes = [5],
            Open = [open],
            High = [high],
            Low = [low],
            Close = [close],
        }));

        Assert.Contains("Bar 0 (1970-01-01 00:05Z)", error.Message, StringComparison.Ordinal);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Starts_must_ascend() => Assert.Throws<ArgumentException>(() => Series([5, 5]));

    [Fact]
    public void A_published_value_is_seen_only_after_its_publication()
    {
        DateTime noon = new(2019, 1, 2, 12, 0, 0, DateTimeKind.Utc);
        PublishedSeries series = new("VIX", [noon, noon.AddDays(1)], [20, 30]);

        Assert.Null(series.Before(noon));
        Assert.Equal(20, series.Before(noon.AddTicks(1)));
        Assert.Equal(20, series.Before(noon.AddDays(1)));
        Assert.Equal(30, series.Before(noon.AddDays(9)));
    }

    private static BarSeries Series(int[] starts, int[]? spread = null) => new(Symbol.Parse("EURUSD"), new Timeframe(5), 5, PriceSide.Bid, new BarColumns
    {
        StartMinutes = starts,
        Open = [.. starts.Select(_ => 113000)],
        High = [.. starts.Select(_ => 113010)],
        Low = [.. starts.Select(_ => 112990)],
        Close = [.. starts.Select(_ => 113005)],
        Spread = spread,
    });
}
