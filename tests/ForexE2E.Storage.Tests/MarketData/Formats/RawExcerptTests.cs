using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Checks;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.MarketData.Formats;

/// <summary>Excerpts as their publishers wrote them; first and last bars were worked out by hand from the zone rules.</summary>
public sealed class RawExcerptTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string?, string, string, string, int> Excerpts => new()
    {
        // London less five hours: UTC-4 on 25 October 2019, UTC-5 after the clock change of the 27th. 60 repeated rows.
        { "histdata_ascii_m1_EURUSD_2019-10.csv", "EURUSD", null, "1m", "2019-10-25 16:00 1.10809 1.10812 1.10791 1.10809", "2019-10-28 16:59 1.10982 1.10988 1.10981 1.10986", 1495 },
        { "mt4_export_EURUSD_H1_2019.csv", "EURUSD", null, "1h", "2019-02-15 14:00 1.12525 1.12851 1.12514 1.12686", "2019-04-26 12:00 1.11331 1.11587 1.11107 1.11476", 1200 },
        // EET until 31 March 2019: UTC+2.
        { "mt5_terminal_export_EURUSD_H1_2019-03_DIRTY.tsv", "EURUSD", "eet", "1h", "2019-02-28 22:00 1.13691 1.14060 1.13524 1.13705", "2019-03-29 20:00 1.12168 1.12180 1.12147 1.12166", 501 },
        { "mt5_python_scaled_AUDUSD_H1_2018-01.csv", "AUDUSD", "eet", "1h", "2018-01-01 22:00 0.77981 0.78169 0.77971 0.78152", "2018-01-31 21:00 0.80576 0.80583 0.80537 0.80538", 528 },
        { "mt5_python_copyrates_EURUSD_5m_2025-04.csv", "EURUSD", "utc+5", "5m", "2025-04-06 21:05 1.08897 1.08917 1.08829 1.08831", "2025-04-08 18:55 1.09472 1.09526 1.09454 1.09521", 551 },
        // Central European summer time: UTC+2. 384 flat bars of two weekends.
        { "dukascopy_jforex_USDCHF_15m_BID_2015-07.csv", "USDCHF", "cet", "15m", "2015-06-30 22:00 0.93440 0.93552 0.93440 0.93542", "2015-07-14 21:45 0.94476 0.94517 0.94474 0.94512", 960 },
        { "dukascopy_jforex_EURUSD_4h_ASK_2018Q4.csv", "EURUSD", null, "4h", "2018-10-01 01:00 1.16069 1.16089 1.15914 1.15954", "2018-12-31 22:00 1.14696 1.14711 1.14696 1.14711", 393 },
        { "quantconnect_lean_oanda_hour_EURUSD_2018-12.csv", "EURUSD", null, "1h", "2018-12-02 22:00 1.13131 1.13503 1.13131 1.13311", "2018-12-31 21:00 1.14558 1.14662 1.14552 1.14607", 454 },
    };

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_is_imported_with_the_right_instants_and_prices(
        string file, string symbol, string? zone, string timeframe, string first, string last, int count)
    {
        if (DataFolder.Find(Path.Combine("raw", file), output) is not { } path)
        {
            return;
        }

        BarSeries bars = BarFileReader.Read(path, Symbol.Parse(symbol), new BarFileOptions { TimeZone = zone });

        Assert.Equal(timeframe, bars.Timeframe.ToString());
        Assert.Equal((first, last, count), (Shown(bars, 0), Shown(bars, bars.Count - 1), bars.Count));
        Assert.Equal(file.Contains("ASK", StringComparison.Ordinal) ? PriceSide.Ask : PriceSide.Bid, bars.Side);
    }

    [Fact]
    public void HistData_rows_equal_the_converted_file_of_the_same_source() =>
        Compare("histdata_ascii_m1_EURUSD_2019-10.csv", "EURUSD_1m_2019.csv.gz", "EURUSD", zone: null);

    [Fact]
    public void Scaled_MetaTrader_rows_equal_the_converted_file_of_the_same_source() =>
        Compare("mt5_python_scaled_AUDUSD_H1_2018-01.csv", "AUDUSD_1h_2017-2019.csv.gz", "AUDUSD", "eet");

    [Fact]
    public void Lean_quotes_equal_the_converted_file_of_the_same_source_spreads_included()
    {
        (BarSeries raw, BarSeries converted)? both = Compare("quantconnect_lean_oanda_hour_EURUSD_2018-12.csv", "EURUSD_1h_oanda_2017-2018.csv.gz", "EURUSD", zone: null);
        if (both is var (raw, converted))
        {
            Assert.Equal(converted.Spread.ToArray(), raw.Spread.ToArray());
        }
    }

    [Theory]
    [InlineData("mt5_terminal_export_EURUSD_H1_2019-03_DIRTY.tsv", "EURUSD", "--time-zone eet")]
    [InlineData("mt5_python_scaled_AUDUSD_H1_2018-01.csv", "AUDUSD", "--time-zone eet")]
    [InlineData("dukascopy_jforex_USDCHF_15m_BID_2015-07.csv", "USDCHF", "--time-zone cet")]
    public void Without_a_time_zone_a_foreign_clock_is_refused_and_the_right_one_named(string file, string symbol, string remedy)
    {
        if (DataFolder.Find(Path.Combine("raw", file), output) is not { } path)
        {
            return;
        }

        MarketDataException error = Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, Symbol.Parse(symbol)));

        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dirty_export_is_found_to_carry_whole_days_in_its_midnight_bars()
    {
        if (DataFolder.Find("raw/mt5_terminal_export_EURUSD_H1_2019-03_DIRTY.tsv", output) is not { } path)
        {
            return;
        }

        foreach (string zone in new[] { "utc", "eet", "new-york+7" })
        {
            BarFileReport report = BarFileCheck.Run(path, Symbol.Parse("EURUSD"), new BarFileOptions { TimeZone = zone });
            BarFileFinding finding = Assert.Single(report.Findings, f => f.Code == FindingCodes.LookAhead);
            Assert.Equal((FindingSeverity.Error, 21L, 2), (finding.Severity, finding.Count, finding.FirstLine));
        }
    }

    private (BarSeries Raw, BarSeries Converted)? Compare(string raw, string converted, string symbol, string? zone)
    {
        if (DataFolder.Find(Path.Combine("raw", raw), output) is not { } rawPath || DataFolder.Find(converted, output) is not { } convertedPath)
        {
            return null;
        }

        BarSeries mine = BarFileReader.Read(rawPath, Symbol.Parse(symbol), new BarFileOptions { TimeZone = zone });
        BarSeries all = BarFileReader.Read(convertedPath, Symbol.Parse(symbol));
        int from = all.IndexAtOrAfter(mine.StartOf(0));
        BarSeries theirs = all.Slice(from, all.IndexAtOrAfter(mine.EndOf(mine.Count - 1)) - from);
        Assert.Equal(theirs.StartMinutes.ToArray(), mine.StartMinutes.ToArray());
        Assert.Equal(theirs.Open.ToArray(), mine.Open.ToArray());
        Assert.Equal(theirs.High.ToArray(), mine.High.ToArray());
        Assert.Equal(theirs.Low.ToArray(), mine.Low.ToArray());
        Assert.Equal(theirs.Close.ToArray(), mine.Close.ToArray());
        Assert.Equal(theirs.Volume.ToArray(), mine.Volume.ToArray());
        return (mine, theirs);
    }

    private static string Shown(BarSeries bars, int i) =>
        FormattableString.Invariant($"{bars.StartOf(i):yyyy-MM-dd HH:mm} {bars[i].Open:F5} {bars[i].High:F5} {bars[i].Low:F5} {bars[i].Close:F5}");
}
