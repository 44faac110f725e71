using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>
/// Market data that is the same up to a bar's close and another afterwards: prices mirrored at the last close, stretched and
/// shaken, volumes and spreads multiplied, publications changed, one later bar in ten missing.
/// </summary>
internal static class OtherFuture
{
    private const double Stretch = -1.7;
    private const int MissingOneIn = 10;

    public static MarketData After(MarketData data, int bar, ulong seed)
    {
        DateTime close = data.Bars.EndOf(bar);
        SplitMix64 random = new(SeedOf.Mix(seed, (ulong)bar, 31));
        return data with
        {
            Bars = Changed(data.Bars, bar + 1, random),
            Pairs = [.. data.Pairs.Select(p => Changed(p, KnownPast.EndedBy(p, close), random))],
            Vix = Changed(data.Vix, close, v => Math.Max(1, (v * 1.6) + 3)),
            Sentiment = Changed(data.Sentiment, close, v => Math.Clamp(1 - (v * 0.8), 0, 1)),
            News = Changed(data.News, close, v => -0.9 * v),
        };
    }

    private static BarSeries Changed(BarSeries bars, int known, SplitMix64 random)
    {
        List<int> kept = [.. Enumerable.Range(0, known)];
        for (int i = known; i < bars.Count; i++)
        {
            if (random.NextInt(MissingOneIn) != 0)
            {
                kept.Add(i);
            }
        }

        BarColumns columns = new()
        {
            StartMinutes = Taken(kept, bars.StartMinutes),
            Open = Taken(kept, bars.Open),
            High = Taken(kept, bars.High),
            Low = Taken(kept, bars.Low),
            Close = Taken(kept, bars.Close),
            Volume = bars.HasVolume ? Taken(kept, bars.Volume) : null,
            Spread = bars.HasSpread ? Taken(kept, bars.Spread) : null,
        };
        int mirror = known == 0 ? bars.Open[0] : bars.Close[known - 1];
        for (int i = known; i < kept.Count; i++)
        {
            Change(columns, i, mirror, random);
        }

        return new BarSeries(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, columns);
    }

    private static void Change(BarColumns c, int i, int mirror, SplitMix64 random)
    {
        int shake = Math.Max(2, c.High[i] - c.Low[i]);
        int Moved(int price) => (int)Math.Clamp(mirror + (Stretch * (price - mirror)) + random.NextInt(shake), mirror / 4, mirror * 4.0);
        (int open, int close, int one, int two) = (Moved(c.Open[i]), Moved(c.Close[i]), Moved(c.High[i]), Moved(c.Low[i]));
        (c.Open[i], c.Close[i]) = (open, close);
        c.High[i] = Math.Max(Math.Max(open, close), Math.Max(one, two));
        c.Low[i] = Math.Min(Math.Min(open, close), Math.Min(one, two));
        if (c.Volume is not null)
        {
            c.Volume[i] = (c.Volume[i] * 3) + 1;
        }

        if (c.Spread is not null)
        {
            c.Spread[i] = (c.Spread[i] * 2) + 1;
        }
    }

    private static T[] Taken<T>(List<int> kept, ReadOnlySpan<T> column)
    {
        T[] taken = new T[kept.Count];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = column[kept[i]];
        }

        return taken;
    }

    private static PublishedSeries? Changed(PublishedSeries? series, DateTime close, Func<double, double> change)
    {
        if (series is null)
        {
            return null;
        }

        int known = series.IndexBefore(close) + 1;
        double[] values = series.Values.ToArray();
        for (int i = known; i < values.Length; i++)
        {
            values[i] = change(values[i]);
        }

        return new PublishedSeries(series.Name, series.Published.ToArray(), values);
    }
}
