using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Models;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.MarketData;

public sealed class MarketDataFilesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DateTime From = GeneratedBars.Utc(2018, 2, 1);
    private static readonly DateTime To = GeneratedBars.Utc(2018, 3, 1);
    private static readonly Market Hours = new(GeneratedBars.EurUsd, Timeframe.Parse("1h"));
    private readonly TextFolder _folder = new();
    private readonly MarketDataFiles _files = new(new ModelFiles("no models"));

    [Fact]
    public async Task Bars_before_the_span_are_kept_and_bars_at_its_end_dropped()
    {
        string path = Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 90));

        var data = await Load(new DataSources { Bars = path });

        Assert.Equal(GeneratedBars.Utc(2018, 1, 1), data.Bars.StartOf(0));
        Assert.Equal(To.AddHours(-1), data.Bars.StartOf(data.Bars.Count - 1));
        Assert.Null(data.Vix);
    }

    [Fact]
    public async Task The_hash_knows_the_content_and_neither_name_nor_packing_nor_what_lies_after_the_end()
    {
        BarSeries bars = GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 90);
        string[] hashes =
        [
            (await Load(new DataSources { Bars = Written("EURUSD.csv", bars) })).Hash,
            (await Load(new DataSources { Bars = Written("other.csv.gz", bars) })).Hash,
            (await Load(new DataSources { Bars = Written("longer.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 120)) })).Hash,
        ];
        Assert.Single(hashes.Distinct());
        Assert.Equal(64, hashes[0].Length);
        string[] others =
        [
            (await Load(new DataSources { Bars = _folder.PathOf("EURUSD.csv"), Side = PriceSide.Mid })).Hash,
            (await Load(new DataSources { Bars = Written("shorter.csv", bars.Slice(1, bars.Count - 1)) })).Hash,
            (await Load(new DataSources { Bars = _folder.PathOf("EURUSD.csv"), Pairs = [new PairSource(GeneratedBars.EurUsd, _folder.PathOf("EURUSD.csv"))] })).Hash,
            (await Load(new DataSources { Bars = _folder.PathOf("EURUSD.csv"), Vix = _folder.Lines("v.csv", "date,close", "2018-01-02,20") })).Hash,
        ];
        Assert.Equal(5, others.Append(hashes[0]).Distinct().Count());
    }

    [Fact]
    public async Task The_hash_of_a_generated_market_is_the_same_on_every_machine() =>
        Assert.StartsWith(PinnedHash, (await Load(new DataSources { SyntheticSeed = 5 })).Hash, StringComparison.Ordinal);

    private const string PinnedHash = "e742f24724defd3ec14a2ff02c06cf03d2441f02e";

    [Fact]
    public async Task The_same_question_gives_the_same_object_until_the_file_changes()
    {
        string path = Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 90));
        var first = await Load(new DataSources { Bars = path });

        Assert.Same(first.Bars, (await Load(new DataSources { Bars = path })).Bars);
        Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 10), 80));
        Assert.NotEqual(first.Hash, (await Load(new DataSources { Bars = path })).Hash);
    }

    [Fact]
    public async Task Callers_at_once_get_one_object()
    {
        string path = Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 90));

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Load(new DataSources { Bars = path })));

        Assert.Single(all.Distinct());
    }

    [Fact]
    public async Task Finer_bars_are_resampled_and_coarser_ones_refused()
    {
        string fine = Written("EURUSD5.csv", GeneratedBars.Of("5m", GeneratedBars.Utc(2018, 1, 1), 60));
        string coarse = Written("EURUSD240.csv", GeneratedBars.Of("4h", GeneratedBars.Utc(2018, 1, 1), 60));

        Assert.Equal("1h", (await Load(new DataSources { Bars = fine })).Bars.Timeframe.ToString());
        string message = await Refusal(new DataSources { Bars = coarse });
        Assert.Contains("4h, from which 1h cannot be made. Pass --timeframe 4h", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_come_in_the_order_named_finer_ones_resampled_and_coarser_ones_as_they_are()
    {
        string bars = Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 60));
        string fine = Written("GBPUSD.csv", GeneratedBars.Of("5m", GeneratedBars.Utc(2018, 1, 1), 60, "GBPUSD"));
        string coarse = Written("USDJPY.csv", GeneratedBars.Of("4h", GeneratedBars.Utc(2018, 1, 1), 60, "USDJPY"));

        var data = await Load(new DataSources { Bars = bars, Pairs = [new(Symbol.Parse("USDJPY"), coarse), new(Symbol.Parse("GBPUSD"), fine)] });

        Assert.Equal(["USDJPY 4h", "GBPUSD 1h"], data.Pairs.Select(p => $"{p.Symbol} {p.Timeframe}"));
        Assert.All(data.Pairs, p => Assert.True(p.StartOf(p.Count - 1) < To));
    }

    [Fact]
    public async Task Series_end_before_the_span_does()
    {
        string bars = Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 60));
        string vix = _folder.Lines("v.csv", "date,close", "2018-02-27,20", "2018-02-28,21", "2018-03-01,22");

        Assert.Equal(2, (await Load(new DataSources { Bars = bars, Vix = vix })).Vix!.Count);
    }

    [Fact]
    public async Task Bars_that_carry_later_prices_are_refused_unless_allowed()
    {
        if (DataFolder.Find("raw/mt5_terminal_export_EURUSD_H1_2019-03_DIRTY.tsv", output) is not { } path)
        {
            return;
        }

        var sources = new DataSources { Bars = path, TimeZone = "eet" };
        (DateTime from, DateTime to) = (GeneratedBars.Utc(2019, 3, 4), GeneratedBars.Utc(2019, 4, 1));
        MarketDataException error = await Assert.ThrowsAsync<MarketDataException>(() => _files.Load(Hours, sources, from, to, default));
        Assert.Contains("look-ahead", error.Message, StringComparison.Ordinal);
        Assert.Contains("--allow-suspect-bars", error.Message, StringComparison.Ordinal);
        Assert.Equal(501, (await _files.Load(Hours, sources with { AllowSuspectBars = true }, from, to, default)).Bars.Count);
    }

    [Fact]
    public async Task Bars_of_another_pair_are_refused_unless_allowed()
    {
        string path = Written("USDJPY.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2018, 1, 1), 60, "USDJPY"));

        Assert.Contains("are not what EURUSD costs", await Refusal(new DataSources { Bars = path }), StringComparison.Ordinal);
        Assert.Equal(5, (await Load(new DataSources { Bars = path, AllowSuspectBars = true })).Bars.Digits);
    }

    [Fact]
    public async Task Without_a_bar_file_a_market_is_generated_with_warm_up()
    {
        var data = await Load(new DataSources());

        Assert.True(data.Bars.StartOf(0) < From.AddDays(-80));
        Assert.Equal(5, data.Pairs.Length);
        Assert.True(data.Vix!.Count > 60 && data.Sentiment!.Count > 12);
        Assert.Equal(data.Hash, (await new MarketDataFiles(new ModelFiles("no models")).Load(Hours, new DataSources(), From, To, default)).Hash);
    }

    [Fact]
    public async Task Files_beside_a_generated_market_and_spans_without_bars_are_refused()
    {
        string path = Written("EURUSD.csv", GeneratedBars.Of("1h", GeneratedBars.Utc(2017, 1, 2), 30));

        Assert.Contains("--bars", await Refusal(new DataSources { Vix = "v.csv" }), StringComparison.Ordinal);
        Assert.Contains("ends at 2017-02-01 00:00", await Refusal(new DataSources { Bars = path }), StringComparison.Ordinal);
        Assert.Contains("no such file", await Refusal(new DataSources { Bars = _folder.PathOf("none.csv") }), StringComparison.Ordinal);
        await Assert.ThrowsAsync<MarketDataException>(() => _files.Load(Hours, new DataSources(), To, From, default));
    }

    [Fact]
    public async Task The_main_job_loads_with_five_pairs_VIX_and_positioning()
    {
        string?[] paths = [.. new[] { "EURUSD_5m_2017-2019", "GBPUSD_1h_2017-2019", "USDJPY_1h_2017-2019", "AUDUSD_1h_2017-2019", "USDCHF_1h_2017-2019", "USDCAD_1h_2017-2019", "VIX_daily_2010-2019", "COT_EURFX_weekly_2010-2019" }
            .Select(name => DataFolder.Find(name + ".csv.gz", output))];
        if (paths.Contains(null))
        {
            return;
        }

        var sources = new DataSources
        {
            Bars = paths[0],
            Pairs = [.. paths[1..6].Select(p => new PairSource(Symbol.Parse(Path.GetFileName(p!)[..6]), p!))],
            Vix = paths[6],
            Sentiment = paths[7],
        };
        var data = await _files.Load(new Market(GeneratedBars.EurUsd, new Timeframe(5)), sources, GeneratedBars.Utc(2018, 1, 1), GeneratedBars.Utc(2020, 1, 1), default);
        Assert.Equal((223734, 5, 2516, 521), (data.Bars.Count, data.Pairs.Length, data.Vix!.Count, data.Sentiment!.Count));
        output.WriteLine(data.Hash);
    }

    public void Dispose()
    {
        _files.Dispose();
        _folder.Dispose();
    }

    private Task<Domain.Markets.MarketData> Load(DataSources sources) => _files.Load(Hours, sources, From, To, default);

    private async Task<string> Refusal(DataSources sources) => (await Assert.ThrowsAsync<MarketDataException>(() => Load(sources))).Message;

    private string Written(string name, BarSeries bars)
    {
        string path = _folder.PathOf(name);
        BarFileWriter.Write(bars, path);
        return path;
    }
}
