using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Storage.Tests.MarketData.Formats;

public sealed class FormatTests : IDisposable
{
    private static readonly Symbol EurUsd = Symbol.Parse("EURUSD");
    private readonly TextFolder _folder = new();

    public static TheoryData<string, string, string[], string> Samples => new()
    {
        { "own.csv", "forexe2e-csv", ["timestamp,open,high,low,close,volume", "2019-01-02T10:00:00Z,1.10000,1.10020,1.09990,1.10010,7", "2019-01-02T10:05:00Z,1.10010,1.10020,1.10000,1.10005,8"], "10:00 110000 110020 109990 110010 v7 s Bid" },
        { "spread.csv", "forexe2e-csv", ["timestamp,open,high,low,close,volume,spread", "2019-01-02T10:00:00Z,1.10000,1.10020,1.09990,1.10010,0,0.00012", "2019-01-02T10:05:00Z,1.1,1.1,1.1,1.1,0,0.0001"], "10:00 110000 110020 109990 110010 v s12 Bid" },
        { "ask.csv", "forexe2e-csv", ["timestamp,ask_open,ask_high,ask_low,ask_close,volume", "2019-01-02T10:00:00Z,1.10000,1.10020,1.09990,1.10010,7.5", "2019-01-02T10:05:00Z,1.1,1.1,1.1,1.1,0"], "10:00 110000 110020 109990 110010 v7.5 s Ask" },
        { "bench.csv", "forexe2e-mid-csv", ["time,open,high,low,close,spread,volume,regime", "2019-01-02T10:00:00Z,1.10000,1.10020,1.09990,1.10010,20,61,0", "2019-01-02T10:05:00Z,1.1,1.1,1.1,1.1,8,5,3"], "10:00 110000 110020 109990 110010 v61 s20 Mid" },
        { "DAT_ASCII_EURUSD_M1_2019.csv", "histdata-ascii", ["20190102 100000;1.100000;1.100200;1.099900;1.100100;0", "20190102 100100;1.100100;1.100200;1.100000;1.100050;0"], "15:00 110000 110020 109990 110010 v s Bid" },
        { "DAT_MT_EURUSD_M1_2019.csv", "metatrader4", ["2019.01.02,10:00,1.100000,1.100200,1.099900,1.100100,0", "2019.01.02,10:01,1.100100,1.100200,1.100000,1.100050,0"], "15:00 110000 110020 109990 110010 v s Bid" },
        { "EURUSD60.csv", "metatrader4", ["2019.01.02,10:00,1.10000,1.10020,1.09990,1.10010,70", "2019.01.02,11:00,1.1001,1.1002,1.1,1.10005,80"], "10:00 110000 110020 109990 110010 v70 s Bid" },
        { "header4.csv", "metatrader4", ["Date,Time,Open,High,Low,Close,Volume", "2019.01.02,10:00,1.10000,1.10020,1.09990,1.10010,70", "2019.01.02,11:00,1.1001,1.1002,1.1,1.10005,80"], "10:00 110000 110020 109990 110010 v70 s Bid" },
        { "mt5.csv", "metatrader5-terminal", ["<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>", "2019.01.02\t10:00:00\t1.10000\t1.10020\t1.09990\t1.10010\t70\t0\t8", "2019.01.02\t11:00:00\t1.1\t1.1\t1.1\t1.1\t1\t0\t9"], "10:00 110000 110020 109990 110010 v70 s8 Bid" },
        { "mt5daily.csv", "metatrader5-terminal", ["<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>", "2019.01.02\t1.10000\t1.10020\t1.09990\t1.10010\t70\t0\t8", "2019.01.03\t1.1\t1.1\t1.1\t1.1\t1\t0\t9"], "00:00 110000 110020 109990 110010 v70 s8 Bid" },
        { "rates.csv", "metatrader5-rates", ["time,open,high,low,close,tick_volume,spread,real_volume", "2019-01-02 10:00:00,1.10000,1.10020,1.09990,1.10010,70,0,0", "2019-01-02 10:05:00,1.1,1.1,1.1,1.1,1,0,0"], "10:00 110000 110020 109990 110010 v70 s Bid" },
        { "pandas.csv", "metatrader5-rates", [",time,open,high,low,close,tick_volume,spread,real_volume", "0,1546423200,1.10000,1.10020,1.09990,1.10010,70,3,0", "1,1546423500,1.1,1.1,1.1,1.1,1,0,0"], "10:00 110000 110020 109990 110010 v70 s3 Bid" },
        { "scaled.csv", "metatrader5-rates", ["Date,open,high,low,close,tick_volume", "2019-01-02 10:00:00,110000.0,110020.00000000001,109989.99999999999,110010.0,70", "2019-01-02 11:00:00,110000.0,110000.0,110000.0,110000.0,70"], "10:00 110000 110020 109990 110010 v70 s Bid" },
        { "EURUSD_Candlestick_5_M_ASK_01.01.2019.csv", "jforex-csv", ["Gmt time,Open,High,Low,Close,Volume", "02.01.2019 10:00:00.000,1.10000,1.10020,1.09990,1.10010,70.5", "02.01.2019 10:05:00.000,1.1,1.1,1.1,1.1,1"], "10:00 110000 110020 109990 110010 v70.5 s Ask" },
        { "offset_BID.csv", "jforex-csv", ["Local time,Open,High,Low,Close,Volume", "02.01.2019 10:00:00.000 GMT+0200,1.10000,1.10020,1.09990,1.10010,70.5", "02.01.2019 10:05:00.000 GMT+0200,1.1,1.1,1.1,1.1,1"], "08:00 110000 110020 109990 110010 v70.5 s Bid" },
        { "eet.csv", "jforex-csv", ["Time (EET),Open,High,Low,Close,Volume ", "2019.01.02 10:00:00,1.10000,1.10020,1.09990,1.10010,70.5", "2019.01.02 10:05:00,1.1,1.1,1.1,1.1,1"], "08:00 110000 110020 109990 110010 v70.5 s Bid" },
        { "eurusd.csv", "lean-quotes", ["20190102 10:00,1.10000,1.10020,1.09990,1.10010,0,1.1001,1.1003,1.1,1.10022,0", "20190102 11:00,1.1,1.1,1.1,1.1,0,1.1001,1.1001,1.1001,1.1001,0"], "10:00 110000 110020 109990 110010 v s12 Bid" },
        { "20190102_eurusd_minute_quote.csv", "lean-quotes", ["36000000,1.10000,1.10020,1.09990,1.10010,0,1.1001,1.1003,1.1,1.10022,0", "36060000,1.1,1.1,1.1,1.1,0,1.1001,1.1001,1.1001,1.1001,0"], "10:00 110000 110020 109990 110010 v s12 Bid" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_format_is_recognised_and_read_the_same_plain_zipped_gzipped_or_with_other_line_ends(
        string name, string format, string[] lines, string firstBar)
    {
        string text = string.Join('\n', lines) + "\n";
        string gz = Path.GetFileNameWithoutExtension(name) + ".csv.gz";
        string[] paths =
        [
            _folder.Write(name, text),
            _folder.Write(gz, TextFolder.Gzip(text)),
            _folder.Write("crlf" + name.Length + "_" + name, text.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd()),
            _folder.Write("bom_" + name, [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)]),
            _folder.Write("utf16_" + name, [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(text)]),
        ];
        // These formats read something out of the file's name.
        bool needsName = name.StartsWith("DAT_MT", StringComparison.Ordinal) || char.IsAsciiDigit(name[0]);
        foreach (string path in needsName ? paths[..2] : paths)
        {
            BarFile file = BarFileReader.ReadFile(path, EurUsd);
            Assert.Equal((format, firstBar), (file.Format, Shown(file.Series)));
        }
    }

    [Fact]
    public void Scaled_prices_are_said_so()
    {
        string path = _folder.Lines("s.csv", "Date,open,high,low,close,tick_volume", "2019-01-02 10:00:00,109500.0,109600.0,109400.0,109500.0,1", "2019-01-02 11:00:00,109500.0,109600.0,109400.0,109500.0,1");

        foreach ((string symbol, double close) in new[] { ("USDJPY", 109.5), ("EURUSD", 1.095) })
        {
            BarFile file = BarFileReader.ReadFile(path, Symbol.Parse(symbol));
            Assert.Contains(file.Notes, n => n.Code == FindingCodes.ScaledPrices);
            Assert.Equal(close, file.Series[0].Close);
        }
    }

    [Fact]
    public void Prices_of_another_pair_are_refused_unless_allowed()
    {
        string path = _folder.Lines("USDJPY60.csv", "2019.01.02,10:00,109.5,109.6,109.4,109.5,1", "2019.01.02,11:00,109.5,109.6,109.4,109.5,1");

        MarketDataException error = Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, EurUsd));

        Assert.Contains("are not what EURUSD costs", error.Message, StringComparison.Ordinal);
        Assert.Equal(109.5, BarFileReader.Read(path, Symbol.Parse("USDJPY"))[0].Close);
        Assert.Equal(109.5, BarFileReader.Read(path, EurUsd, new BarFileOptions { AllowSuspectBars = true })[0].Close);
    }

    [Theory]
    [InlineData("EURUSD", "1.123456", 6, 1123456)]
    [InlineData("EURUSD", "1.1234567", 7, 11234567)]
    [InlineData("EURUSD", "1.123450", 5, 112345)]
    [InlineData("EURUSD", "1.1369100093841553", 5, 113691)]
    [InlineData("USDJPY", "116.77899932861328", 3, 116779)]
    [InlineData("USDJPY", "116.7785", 4, 1167785)]
    [InlineData("EURUSD", "1.1", 5, 110000)]
    [InlineData("EURUSD", "1.13e0", 5, 113000)]
    public void Digits_are_the_symbols_or_more_when_the_prices_really_have_more(string symbol, string price, int digits, int points)
    {
        string path = _folder.Lines("d.csv", "Date,open,high,low,close,tick_volume", $"2019-01-02 10:00:00,{price},{price},{price},{price},1", $"2019-01-02 11:00:00,{price},{price},{price},{price},1");

        BarSeries bars = BarFileReader.Read(path, Symbol.Parse(symbol));

        Assert.Equal((digits, points), (bars.Digits, bars.Close[0]));
    }

    [Fact]
    public void A_stamp_after_the_beginning_of_its_interval_moves_back_to_it()
    {
        string path = _folder.Lines("EURUSD60.csv",
            "2019.02.15,20:00,1.1,1.1,1.1,1.1,1", "2019.02.15,21:00,1.1,1.1,1.1,1.1,1", "2019.02.17,22:05,1.1,1.1,1.1,1.1,1", "2019.02.17,23:05,1.1,1.1,1.1,1.1,1", "2019.02.18,00:00,1.1,1.1,1.1,1.1,1", "2019.02.18,01:00,1.1,1.1,1.1,1.1,1");

        BarFile file = BarFileReader.ReadFile(path, EurUsd);

        Assert.Equal([0, 60, 3000, 3060, 3120, 3180], file.Series.StartMinutes.ToArray().Select(m => m - file.Series.StartMinutes[0]));
        Assert.Equal(2, Assert.Single(file.Notes, n => n.Code == FindingCodes.LateStamp).Count);
    }

    [Fact]
    public void The_side_can_be_named_by_the_user()
    {
        string path = _folder.Lines("x.csv", "timestamp,open,high,low,close,volume", "2019-01-02T10:00:00Z,1,1,1,1,0", "2019-01-02T10:05:00Z,1,1,1,1,0");

        Assert.Equal(PriceSide.Ask, BarFileReader.Read(path, EurUsd, new BarFileOptions { Side = PriceSide.Ask }).Side);
    }

    public void Dispose() => _folder.Dispose();

    private static string Shown(BarSeries b) => FormattableString.Invariant(
        $"{b.StartOf(0):HH:mm} {b.Open[0]} {b.High[0]} {b.Low[0]} {b.Close[0]} v{(b.HasVolume ? b.Volume[0] : null)} s{(b.HasSpread ? b.Spread[0] : null)} {b.Side}");
}
