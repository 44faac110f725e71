using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Clocks;

namespace ForexE2E.Storage.Tests.MarketData.Clocks;

public sealed class ClockTests : IDisposable
{
    private readonly TextFolder _folder = new();

    [Theory]
    [InlineData("utc+5")]
    [InlineData("utc-8")]
    [InlineData("eet")]
    [InlineData("new-york+7")]
    [InlineData("new-york")]
    [InlineData("cet")]
    public void Bars_in_another_clock_are_refused_and_the_clock_named(string zone)
    {
        // Nearly a year, so that clocks which change on different days can be told apart.
        BarSeries bars = GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 8), 330);
        string path = _folder.Lines("EURUSD60.csv", GeneratedBars.AsMetaTrader4(bars, TimeZoneRule.Parse(zone).OffsetMinutes));

        MarketDataException error = Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, bars.Symbol));

        Assert.Contains($"stamps look like {zone}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Pass --time-zone {zone}", error.Message, StringComparison.Ordinal);
        BarSeries read = BarFileReader.Read(path, bars.Symbol, new BarFileOptions { TimeZone = zone });
        Assert.Equal(bars.StartMinutes.ToArray(), read.StartMinutes.ToArray());
    }

    [Fact]
    public void Bars_in_UTC_are_taken_without_a_word()
    {
        BarSeries bars = GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 8), 100);
        string path = _folder.Lines("EURUSD60.csv", GeneratedBars.AsMetaTrader4(bars, _ => 0));

        BarFile file = BarFileReader.ReadFile(path, bars.Symbol);

        Assert.DoesNotContain(file.Notes, n => n.Code == FindingCodes.Clock);
        Assert.Equal(bars.StartMinutes.ToArray(), file.Series.StartMinutes.ToArray());
    }

    [Fact]
    public void A_week_without_a_weekend_proves_nothing()
    {
        BarSeries bars = GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 8), 3);
        string path = _folder.Lines("EURUSD60.csv", GeneratedBars.AsMetaTrader4(bars, _ => 300));

        Assert.Equal(bars.Count, BarFileReader.Read(path, bars.Symbol).Count);
    }

    [Fact]
    public void Stamps_that_state_UTC_are_believed_but_doubted_when_the_weeks_contradict()
    {
        BarSeries bars = GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 8), 60);
        string path = _folder.Lines("s.csv", ["timestamp,open,high,low,close,volume", .. Enumerable.Range(0, bars.Count).Select(i =>
            FormattableString.Invariant($"{bars.StartOf(i).AddHours(5):yyyy-MM-ddTHH:mm:ss}Z,1.1,1.1,1.1,1.1,{i + 1}"))]);

        BarFileFinding doubt = Assert.Single(BarFileReader.ReadFile(path, bars.Symbol).Notes, n => n.Code == FindingCodes.Clock);

        Assert.Equal(FindingSeverity.Warning, doubt.Severity);
        Assert.Contains("utc+5", doubt.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_contradicts_stamps_with_an_offset_is_refused()
    {
        string path = _folder.Lines("s.csv", "timestamp,open,high,low,close,volume", "2019-01-02T10:00:00Z,1,1,1,1,0", "2019-01-02T10:05:00Z,1,1,1,1,0");

        Assert.Contains("Leave --time-zone out", Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, GeneratedBars.EurUsd, new BarFileOptions { TimeZone = "eet" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Local_time_without_a_zone_is_refused()
    {
        string path = _folder.Lines("l.csv", "Local time,Open,High,Low,Close,Volume", "02.01.2019 10:00:00.000,1.1,1.1,1.1,1.1,5", "02.01.2019 10:05:00.000,1.1,1.1,1.1,1.1,5");

        Assert.Contains("Pass --time-zone", Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, GeneratedBars.EurUsd)).Message, StringComparison.Ordinal);
        Assert.Equal(9, BarFileReader.Read(path, GeneratedBars.EurUsd, new BarFileOptions { TimeZone = "cet" }).StartOf(0).Hour);
    }

    [Fact]
    public void A_really_repeated_hour_becomes_two_hours_by_the_order_of_the_rows()
    {
        // London 27 October 2019: 01:00 to 01:59 local comes twice.
        string[] rows = [.. Rows(0, 120, 1.1), .. Rows(60, 180, 1.2)];
        BarSeries bars = BarFileReader.Read(_folder.Lines("r.csv", rows), GeneratedBars.EurUsd, new BarFileOptions { TimeZone = "london" });

        Assert.Equal(240, bars.Count);
        Assert.Equal(new DateTime(2019, 10, 26, 23, 0, 0), bars.StartOf(0));
        Assert.Equal(new DateTime(2019, 10, 27, 2, 59, 0), bars.StartOf(239));
        Assert.Equal((110000, 120000), (bars.Close[119], bars.Close[120]));
    }

    [Fact]
    public void An_hour_that_is_repeated_word_for_word_is_no_second_hour()
    {
        string[] rows = [.. Rows(0, 120, 1.1), .. Rows(60, 180, 1.1)];
        BarFile file = BarFileReader.ReadFile(_folder.Lines("r.csv", rows), GeneratedBars.EurUsd, new BarFileOptions { TimeZone = "london" });

        Assert.Equal(180, file.Series.Count);
        Assert.Equal(60, Assert.Single(file.Notes, n => n.Code == FindingCodes.RepeatedHour).Count);
    }

    [Fact]
    public void A_stamp_in_the_skipped_hour_of_spring_is_refused()
    {
        // London 31 March 2019: 01:00 to 01:59 local does not exist.
        string path = _folder.Lines("s.csv", "2019.03.31,00:59,1.1,1.1,1.1,1.1,5", "2019.03.31,01:00,1.1,1.1,1.1,1.1,5", "2019.03.31,02:00,1.1,1.1,1.1,1.1,5");

        string message = Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, GeneratedBars.EurUsd, new BarFileOptions { TimeZone = "london", Timeframe = new Timeframe(1) })).Message;

        Assert.Contains("line 2", message, StringComparison.Ordinal);
        Assert.Contains("does not exist", message, StringComparison.Ordinal);
    }

    [Fact]
    public void HistData_repeats_that_differ_in_one_price_are_refused()
    {
        string[] good = [.. Enumerable.Range(0, 60).Select(i => $"20191027 19{i:00}00;1.1;1.1;1.1;1.1;0")];
        string[] bad = [.. good[..59], "20191027 195900;1.1;1.2;1.1;1.1;0"];

        Assert.Equal(60, BarFileReader.Read(_folder.Lines("h.csv", [.. good, .. good]), GeneratedBars.EurUsd).Count);
        Assert.Throws<MarketDataException>(() => BarFileReader.Read(_folder.Lines("i.csv", [.. good, .. bad]), GeneratedBars.EurUsd));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Rows(int from, int to, double price) => Enumerable.Range(from, to - from).Select(m =>
        FormattableString.Invariant($"2019.10.27,{m / 60:00}:{m % 60:00},{price:F5},{price:F5},{price:F5},{price:F5},{m + 1}"));
}
