using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Checks;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.MarketData.Checks;

public sealed class BarFileCheckTests(ITestOutputHelper output) : IDisposable
{
    private readonly TextFolder _folder = new();

    [Theory]
    [InlineData("5m", 40)]
    [InlineData("1h", 90)]
    [InlineData("4h", 300)]
    public void Generated_bars_have_nothing_to_complain_of(string timeframe, int days)
    {
        BarFileReport report = BarFileCheck.Run(Written(GeneratedBars.Of(timeframe, GeneratedBars.Utc(2018, 1, 8), days)), GeneratedBars.EurUsd);

        Assert.DoesNotContain(report.Findings, f => f.Severity != FindingSeverity.Info);
        Assert.Equal(timeframe, report.Timeframe.ToString());
        Assert.InRange(report.Coverage!.Value, 0.97, 1.0);
    }

    [Theory]
    [InlineData("5m", 0, 0)]
    [InlineData("1h", 22, 0)]
    [InlineData("1h", 0, 25)] // only the first 25 days are bad
    [InlineData("4h", 0, 0)]
    public void A_daily_bar_that_carries_the_hours_after_it_is_found(string timeframe, int hour, int days)
    {
        BarSeries clean = GeneratedBars.Of(timeframe, GeneratedBars.Utc(2018, 1, 8), 60);
        BarSeries dirty = WithWholeDays(clean, hour, days == 0 ? int.MaxValue : days);

        Assert.DoesNotContain(BarFileCheck.Run(Written(clean), clean.Symbol).Findings, f => f.Code == FindingCodes.LookAhead);
        BarFileFinding finding = Assert.Single(BarFileCheck.Run(Written(dirty), dirty.Symbol).Findings, f => f.Code == FindingCodes.LookAhead);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.InRange(finding.Count, 12, 60);
    }

    [Fact]
    public void No_real_file_that_is_clean_is_suspected()
    {
        string[] names =
        [
            "EURUSD_5m_2017-2019.csv.gz", "EURUSD_1m_2019.csv.gz", "EURUSD_1h_2017-2019.csv.gz", "EURUSD_15m_duka_2018-2019.csv.gz",
            "GBPUSD_1h_2017-2019.csv.gz", "USDJPY_1h_2017-2019.csv.gz", "AUDUSD_1h_2017-2019.csv.gz", "USDCHF_1h_2017-2019.csv.gz",
            "USDCAD_1h_2017-2019.csv.gz", "EURUSD_1h_oanda_2017-2018.csv.gz", "NZDUSD_1h_oanda_2017-2018.csv.gz",
        ];
        foreach (string name in names)
        {
            if (DataFolder.Find(name, output) is { } path)
            {
                BarFileReport report = BarFileCheck.Run(path, symbol: null);
                Assert.False(report.HasErrors, name + ": " + string.Join("; ", report.Findings.Select(f => f.Code)));
                Assert.DoesNotContain(report.Findings, f => f.Code is FindingCodes.Clock or FindingCodes.LookAhead);
            }
        }
    }

    [Fact]
    public void No_coarse_view_of_a_real_file_is_suspected()
    {
        if (DataFolder.Find("EURUSD_1h_2017-2019.csv.gz", output) is not { } path)
        {
            return;
        }

        BarSeries hours = BarFileReader.Read(path, GeneratedBars.EurUsd);
        foreach (string timeframe in new[] { "2h", "4h", "6h", "8h", "12h", "1d" })
        {
            BarSeries coarse = Resampling.Resample(hours, Timeframe.Parse(timeframe));
            Assert.DoesNotContain(BarFileCheck.Run(Written(coarse), coarse.Symbol).Findings, f => f.Code == FindingCodes.LookAhead);
        }
    }

    [Fact]
    public void Gaps_and_coverage_of_the_main_file_are_those_its_description_lists()
    {
        if (DataFolder.Find("EURUSD_5m_2017-2019.csv.gz", output) is not { } path)
        {
            return;
        }

        BarFileReport report = BarFileCheck.Run(path, symbol: null);

        Assert.Equal(0.9939, report.Coverage!.Value, 4);
        Assert.Equal((223734L, 223734), (report.Rows, report.Bars));
        Assert.Equal(39, Assert.Single(report.Findings, f => f.Code == FindingCodes.ZeroRange).Count);
        string[] gaps =
        [
            "2017-12-22 21:55 2017-12-25 22:00", "2017-12-29 21:55 2018-01-01 22:00", "2018-12-25 07:55 2018-12-25 22:00",
            "2018-12-31 21:55 2019-01-01 22:00", "2019-03-31 22:55 2019-04-01 00:00", "2019-05-24 20:55 2019-05-27 03:00",
            "2019-05-27 03:55 2019-05-27 10:00", "2019-12-24 21:55 2019-12-24 22:55", "2019-12-25 07:55 2019-12-25 22:00",
        ];
        Assert.Equal(gaps, report.LongestGaps.OrderBy(g => g.LastBar).Select(g => FormattableString.Invariant($"{g.LastBar:yyyy-MM-dd HH:mm} {g.NextBar:yyyy-MM-dd HH:mm}")));
    }

    [Fact]
    public void A_gap_counts_only_the_hours_in_which_the_market_was_open()
    {
        BarSeries bars = GeneratedBars.Of("5m", GeneratedBars.Utc(2018, 1, 8), 12);
        // Friday 20:00 to Monday 02:00: two hours before the weekend and four after it.
        BarSeries holed = Without(bars, GeneratedBars.Utc(2018, 1, 12).AddHours(20), GeneratedBars.Utc(2018, 1, 15).AddHours(2));

        BarFileReport report = BarFileCheck.Run(Written(holed), bars.Symbol);

        Assert.Equal(TimeSpan.FromHours(6), Assert.Single(report.LongestGaps).Missing);
    }

    [Fact]
    public void Outliers_and_spikes_are_found_by_robust_deviations()
    {
        BarSeries bars = GeneratedBars.Of("5m", GeneratedBars.Utc(2018, 1, 8), 30);
        int[] high = bars.High.ToArray();
        int[] low = bars.Low.ToArray();
        int[] close = bars.Close.ToArray();
        high[1000] += 5000;
        (low[2000], close[2000]) = (low[2000] - 3000, close[2000] - 3000);

        BarFileReport report = BarFileCheck.Run(Written(With(bars, high, low, close)), bars.Symbol);

        Assert.Equal(1002, Assert.Single(report.Findings, f => f.Code == FindingCodes.Spike).FirstLine);
        BarFileFinding outlier = Assert.Single(report.Findings, f => f.Code == FindingCodes.Outlier);
        Assert.Equal((2L, 2002), (outlier.Count, outlier.FirstLine));
    }

    [Fact]
    public void Weekend_bars_and_missing_volume_are_reported()
    {
        BarSeries bars = GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 8), 30);
        string path = _folder.Lines("EURUSD.csv", ["timestamp,open,high,low,close,volume", .. Enumerable.Range(0, bars.Count).Select(i => Row(bars.StartOf(i))), Row(GeneratedBars.Utc(2018, 2, 10)), Row(GeneratedBars.Utc(2018, 2, 11))]);

        BarFileReport report = BarFileCheck.Run(path, symbol: null);

        Assert.Equal(2, Assert.Single(report.Findings, f => f.Code == FindingCodes.WeekendBars).Count);
        Assert.Contains(report.Findings, f => f.Code == FindingCodes.NoVolume);
        Assert.False(report.HasVolume);

        static string Row(DateTime start) => FormattableString.Invariant($"{start:yyyy-MM-ddTHH:mm:ss}Z,1.1,1.2,1.0,1.1,0");
    }

    [Fact]
    public void Every_code_has_a_remedy()
    {
        BarFileReport report = BarFileCheck.Run(_folder.Lines("EURUSD.csv", "timestamp,open,high,low,close,volume", "x", "2019-01-05T10:00:00Z,1,1,1,1,0", "2019-01-05T10:00:00Z,1,1,1,1,0", "2019-01-05T09:00:00Z,1,1,1,1,0"), symbol: null);

        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, f => Assert.False(string.IsNullOrEmpty(f.Remedy) || string.IsNullOrEmpty(f.Explanation)));
    }

    public void Dispose() => _folder.Dispose();

    private string Written(BarSeries bars)
    {
        string path = _folder.PathOf($"EURUSD_{Guid.NewGuid():N}.csv");
        BarFileWriter.Write(bars, path);
        return path;
    }

    private static BarSeries WithWholeDays(BarSeries bars, int hour, int days)
    {
        int[] high = bars.High.ToArray();
        int[] low = bars.Low.ToArray();
        for (int i = 0; i < bars.Count && days > 0; i++)
        {
            if (bars.StartOf(i).TimeOfDay != TimeSpan.FromHours(hour))
            {
                continue;
            }

            days--;
            for (int k = i + 1; k < bars.Count && bars.StartMinutes[k] < bars.StartMinutes[i] + 1440; k++)
            {
                (high[i], low[i]) = (Math.Max(high[i], bars.High[k] - 2), Math.Min(low[i], bars.Low[k] + 1));
            }
        }

        return With(bars, high, low, bars.Close.ToArray());
    }

    private static BarSeries Without(BarSeries bars, DateTime from, DateTime to)
    {
        int[] kept = [.. Enumerable.Range(0, bars.Count).Where(i => bars.StartOf(i) < from || bars.StartOf(i) >= to)];
        return new BarSeries(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, new BarColumns
        {
            StartMinutes = [.. kept.Select(i => bars.StartMinutes[i])],
            Open = [.. kept.Select(i => bars.Open[i])],
            High = [.. kept.Select(i => bars.High[i])],
            Low = [.. kept.Select(i => bars.Low[i])],
            Close = [.. kept.Select(i => bars.Close[i])],
        });
    }

    private static BarSeries With(BarSeries bars, int[] high, int[] low, int[] close) =>
        new(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, new BarColumns
        {
            StartMinutes = bars.StartMinutes.ToArray(),
            Open = bars.Open.ToArray(),
            High = high,
            Low = low,
            Close = close,
            Volume = bars.HasVolume ? bars.Volume.ToArray() : null,
        });
}
