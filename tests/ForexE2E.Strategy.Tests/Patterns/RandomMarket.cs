using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>Bars of a seeded random walk, with volume and regimes drawn independently of the price.</summary>
internal static class RandomMarket
{
    public const int Middle = 500_000;

    public static BarSeries Walk(ulong seed, int count, double drift = 0, bool withVolume = true, bool mirrored = false)
    {
        SplitMix64 random = new(seed);
        int[] open = new int[count];
        int[] high = new int[count];
        int[] low = new int[count];
        int[] close = new int[count];
        float[] volume = new float[count];
        double price = Middle;
        for (int i = 0; i < count; i++)
        {
            open[i] = (int)price;
            price += drift + (20 * random.NextGaussian());
            close[i] = (int)price;
            high[i] = Math.Max(open[i], close[i]) + random.NextInt(12);
            low[i] = Math.Min(open[i], close[i]) - random.NextInt(12);
            volume[i] = MathF.Round(100 * MathF.Exp(0.6f * (float)random.NextGaussian()));
        }

        BarColumns columns = new()
        {
            StartMinutes = [.. Enumerable.Range(0, count).Select(i => 25_000_000 + (5 * i))],
            Open = Mirror(open, mirrored),
            High = Mirror(mirrored ? low : high, mirrored),
            Low = Mirror(mirrored ? high : low, mirrored),
            Close = Mirror(close, mirrored),
            Volume = withVolume ? volume : null,
        };
        return new BarSeries(Symbol.Parse("EURUSD"), Timeframe.Parse("5m"), 5, PriceSide.Bid, columns);
    }

    /// <summary>A regime that holds for some bars, then another.</summary>
    public static Regime RegimeAt(int bar) => (Regime)(1 + new SplitMix64((ulong)(bar / 12)).NextInt(4));

    private static int[] Mirror(int[] prices, bool mirrored) => mirrored ? [.. prices.Select(p => (2 * Middle) - p)] : prices;
}
