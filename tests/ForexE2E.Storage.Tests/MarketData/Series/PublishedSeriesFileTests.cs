using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Series;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.MarketData.Series;

public sealed class PublishedSeriesFileTests(ITestOutputHelper output) : IDisposable
{
    private readonly TextFolder _folder = new();

    [Fact]
    public void A_VIX_close_is_known_from_16_15_New_York_of_its_date()
    {
        PublishedSeries vix = VixFile.Read(_folder.Lines("v.csv", "date,open,high,low,close", "2019-01-02,1,2,1,23.22", "2019-07-01,1,2,1,14.06"));

        Assert.Equal([new DateTime(2019, 1, 2, 21, 15, 0), new DateTime(2019, 7, 1, 20, 15, 0)], vix.Published.ToArray());
        Assert.Null(vix.Before(new DateTime(2019, 1, 2, 21, 15, 0, DateTimeKind.Utc)));
        Assert.Equal(23.22, vix.Before(new DateTime(2019, 1, 2, 21, 20, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void The_crowds_long_share_is_a_fraction_known_from_the_nominal_release()
    {
        PublishedSeries crowd = PositioningFile.Read(_folder.Lines("c.csv", "report_date,nominal_release_utc,smallspec_long_pct", "2010-01-05,2010-01-08T20:30:00Z,53.96"));

        Assert.Equal(new DateTime(2010, 1, 8, 20, 30, 0), crowd.Published[0]);
        Assert.Equal(0.5396, crowd.Values[0], 12);
    }

    [Theory]
    [InlineData("date,close\n2019-01-02,x\n", "line 2: 'x' in column close")]
    [InlineData("date,close\n2019-01-02,NaN\n", "line 2: 'NaN'")]
    [InlineData("date,close\n2019-01-02,-1\n", "line 2: '-1'")]
    [InlineData("date,close\n2019-13-02,20\n", "line 2: '2019-13-02' in column date")]
    [InlineData("date,close\n2019-01-03,20\n2019-01-02,20\n", "line 3: the row is not later")]
    [InlineData("date,close\n2019-01-03,20\n2019-01-03,20\n", "line 3: the row is not later")]
    [InlineData("date,close\n2019-01-03\n", "line 2: 1 columns instead of 2")]
    [InlineData("date,open\n2019-01-03,1\n", "no column 'close'")]
    [InlineData("date,close\n", "no rows")]
    [InlineData("", "is empty")]
    public void A_bad_file_is_refused_with_line_and_remedy(string text, string message)
    {
        string path = _folder.Write("v.csv", text);

        string seen = Assert.Throws<MarketDataException>(() => VixFile.Read(path)).Message;

        Assert.StartsWith(path, seen, StringComparison.Ordinal);
        Assert.Contains(message, seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_years_of_real_series_are_read()
    {
        if (DataFolder.Find("VIX_daily_2010-2019.csv.gz", output) is { } vixPath && DataFolder.Find("COT_EURFX_weekly_2010-2019.csv.gz", output) is { } cotPath)
        {
            PublishedSeries vix = VixFile.Read(vixPath);
            PublishedSeries crowd = PositioningFile.Read(cotPath);
            Assert.Equal((2516, 521), (vix.Count, crowd.Count));
            Assert.Equal((20.04, 0.5396), (vix.Values[0], Math.Round(crowd.Values[0], 6)));
            Assert.Equal(new DateTime(2019, 12, 31, 21, 15, 0), vix.Published[^1]);
        }
    }

    public void Dispose() => _folder.Dispose();
}
