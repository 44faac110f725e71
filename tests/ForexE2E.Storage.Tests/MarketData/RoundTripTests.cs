using CsCheck;
using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.MarketData;

public sealed class RoundTripTests(ITestOutputHelper output) : IDisposable
{
    private readonly TextFolder _folder = new();

    private static readonly Gen<BarSeries> Series =
        from count in Gen.Int[2, 60]
        from symbol in Gen.Int[0, 2].Select(i => new[] { "EURUSD", "USDJPY", "XAUUSD" }[i])
        from extraDigits in Gen.Int[0, 2]
        from side in Gen.Int[0, 2].Select(i => (PriceSide)i)
        from steps in Gen.Int[0, 9].SelectMany(i => i > 0 ? Gen.Const(1) : Gen.Int[2, 5000]).Array[count]
        from prices in Gen.Int[90_000, 110_000].Array[4 * count]
        from volumes in Gen.Single[0.001f, 1e9f].Array[count]
        from spreads in Gen.Int[0, 500].Array[count]
        from hasVolume in Gen.Bool
        from hasSpread in Gen.Bool
        select Make(symbol, extraDigits, side, steps, prices, hasVolume ? volumes : null, hasSpread ? spreads : null);

    [Fact]
    public void What_is_written_is_read_back_exactly_plain_and_gzipped() => Series.Sample(series =>
    {
        foreach (string name in new[] { "a.csv", "a.csv.gz" })
        {
            string path = _folder.PathOf(Guid.NewGuid().ToString("N") + name);
            BarFileWriter.Write(series, path);
            AssertEqual(series, BarFileReader.Read(path, series.Symbol, new BarFileOptions { Timeframe = series.Timeframe }));
            File.Delete(path);
        }
    }, iter: 100, threads: 1);

    [Fact]
    public void A_generated_market_survives_the_round_trip_without_any_option()
    {
        BarSeries bars = GeneratedBars.Of("5m", GeneratedBars.Utc(2019, 3, 1), 60);
        string path = _folder.PathOf("EURUSD.csv.gz");

        BarFileWriter.Write(bars, path);

        AssertEqual(bars, BarFileReader.Read(path, bars.Symbol));
        Assert.False(File.Exists(path + ".part"));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        string path = Path.Combine(_folder.PathOf("nowhere"), "x.csv");

        Assert.Contains(path, Assert.Throws<MarketDataException>(() => BarFileWriter.Write(GeneratedBars.Of("1h", GeneratedBars.Utc(2019, 1, 7), 2), path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_resampled_are_the_published_five_minutes()
    {
        if (DataFolder.Find("EURUSD_1m_2019.csv.gz", output) is not { } minutes || DataFolder.Find("EURUSD_5m_2017-2019.csv.gz", output) is not { } fives)
        {
            return;
        }

        BarSeries made = Resampling.Resample(BarFileReader.Read(minutes, GeneratedBars.EurUsd), new Timeframe(5));
        BarSeries published = BarFileReader.Read(fives, GeneratedBars.EurUsd);
        int from = published.IndexAtOrAfter(made.StartOf(0));
        AssertEqual(published.Slice(from, published.Count - from), made);
    }

    public void Dispose() => _folder.Dispose();

    private static BarSeries Make(string symbol, int extraDigits, PriceSide side, int[] steps, int[] prices, float[]? volumes, int[]? spreads)
    {
        int minute = 25_000_000;
        int[][] sorted = [.. prices.Chunk(4).Select(four => four.Order().ToArray())];
        Symbol parsed = Symbol.Parse(symbol);
        return new BarSeries(parsed, new Timeframe(5), parsed.Digits + extraDigits, side, new BarColumns
        {
            StartMinutes = [.. steps.Select(step => minute += 5 * step)],
            Open = [.. sorted.Select(four => four[1])],
            High = [.. sorted.Select(four => four[3])],
            Low = [.. sorted.Select(four => four[0])],
            Close = [.. sorted.Select(four => four[2])],
            Volume = volumes,
            Spread = spreads,
        });
    }

    private static void AssertEqual(BarSeries expected, BarSeries actual)
    {
        Assert.Equal((expected.Symbol, expected.Timeframe, expected.Digits, expected.Side), (actual.Symbol, actual.Timeframe, actual.Digits, actual.Side));
        Assert.Equal((expected.HasVolume, expected.HasSpread), (actual.HasVolume, actual.HasSpread));
        Assert.Equal(expected.StartMinutes.ToArray(), actual.StartMinutes.ToArray());
        Assert.Equal(expected.Open.ToArray(), actual.Open.ToArray());
        Assert.Equal(expected.High.ToArray(), actual.High.ToArray());
        Assert.Equal(expected.Low.ToArray(), actual.Low.ToArray());
        Assert.Equal(expected.Close.ToArray(), actual.Close.ToArray());
        Assert.Equal(expected.Volume.ToArray(), actual.Volume.ToArray());
        Assert.Equal(expected.Spread.ToArray(), actual.Spread.ToArray());
    }
}
