using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Ensemble.Features;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Patterns.Backdrop;
using ForexE2E.Strategy.Risk;
using ForexE2E.Strategy.Sizing;

namespace ForexE2E.Strategy.LookAhead;

/// <summary>The components of the strategy that are columns over the bars. A new component adds a line here to be verified.</summary>
public static class SeriesComponents
{
    /// <summary>Those for which the data is there.</summary>
    public static ImmutableArray<SeriesComponent> For(MarketData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        List<SeriesComponent> all =
        [
            new("features", "28 features of the ensemble", d => Features(d.Bars, [.. FeatureGroups.For(d with { Pairs = [] })])),
            new("ranges and volatility", "average true range of 10, 14 and 30 bars, realised volatility", d => Ranges(d.Bars)),
            new("pattern backdrop", "true range, trend, next higher timeframe's trend, momentum, volume ratio", d => Backdrop(d.Bars)),
            new("patterns", "readings at the defaults, and with every gate open", d => Patterns(d.Bars)),
        ];
        all.AddRange(data.Pairs.Select((p, i) => new SeriesComponent($"pair {p.Symbol.Code}", "the other pair's last return, as of its last bar that had ended", d => Features(d.Bars, [new PairFeature(d.Pairs[i])]))));
        if (HigherBars.TimeframeAbove(data.Bars) is { } higher)
        {
            all.Add(new("resampling", $"the last complete bar of {higher} made of finer ones", d => HigherBars.Fingerprints(d.Bars, higher)));
        }

        if (data.Bars.HasVolume)
        {
            all.Add(new("volume", "on-balance volume, side of the volume-weighted price, mean volume", d => Volume(d.Bars)));
        }

        AddPublished(all, data);
        return [.. all];
    }

    /// <summary>A component that looks one bar ahead, for testing the test: it must be found out.</summary>
    public static SeriesComponent PlantedLeak { get; } =
        new("planted leak", "the next bar's close, known one bar too early", d => PerBar(d.Bars.Count, (int bar, ref Fingerprint print) => print.Add(d.Bars.Close[Math.Min(bar + 1, d.Bars.Count - 1)])));

    private delegate void Says(int bar, ref Fingerprint print);

    private static void AddPublished(List<SeriesComponent> all, MarketData data)
    {
        if (data.Vix is not null)
        {
            all.Add(new("vix", "the last close published", d => Published(d.Bars, d.Vix!)));
        }

        if (data.Sentiment is not null)
        {
            all.Add(new("sentiment", "the crowd of the last reports", d => Crowds(d, news: false)));
        }

        if (data.News is not null)
        {
            all.Add(new("news", "the tone of the last day, alone and blended into the crowd", d => Crowds(d, news: true)));
        }
    }

    private static ulong[] Features(BarSeries bars, IReadOnlyList<IFeatureGroup> groups)
    {
        FeatureTable table = FeatureTable.Build(bars, groups, 0);
        return PerBar(bars.Count, (int bar, ref Fingerprint print) =>
        {
            for (int c = 0; c < table.Width; c++)
            {
                print.Add(table[bar, c]);
            }
        });
    }

    private static ulong[] Ranges(BarSeries bars)
    {
        AverageTrueRange ranges = new(bars);
        RealizedVolatility volatility = new(bars);
        return PerBar(bars.Count, (int bar, ref Fingerprint print) =>
        {
            print.Add(ranges.At(bar, 10));
            print.Add(ranges.At(bar, 14));
            print.Add(ranges.At(bar, 30));
            print.Add(volatility.At(bar));
        });
    }

    private static ulong[] Backdrop(BarSeries bars)
    {
        PatternBackdrop backdrop = PatternBackdrop.Of(bars);
        return PerBar(bars.Count, (int bar, ref Fingerprint print) =>
        {
            print.Add(backdrop.AverageTrueRange(bar));
            print.Add(backdrop.Trend(bar));
            print.Add(backdrop.HigherTrend(bar));
            print.Add(backdrop.Momentum(bar));
            print.Add(backdrop.VolumeRatio(bar) ?? -1);
        });
    }

    // Regimes in turn, so that the regime gate is asked too.
    private static ulong[] Patterns(BarSeries bars)
    {
        PatternGround ground = new(bars);
        PatternScanner usual = ground.Scan(new PatternSettings());
        PatternScanner open = ground.Scan(new PatternSettings
        {
            ConfidenceThreshold = 0.5,
            LookbackBars = 100,
            LargestLeg = 30,
            SmallestLeg = 3,
            MaxAgeBars = 50,
            UseRegimeFilter = false,
            UseFalseBreakoutFilter = false,
            UseTimeframeAlignment = false,
            UseMomentumConfirmation = false,
            UseVolumeConfirmation = false,
        });
        usual.Start(0);
        open.Start(0);
        return PerBar(bars.Count, (int bar, ref Fingerprint print) =>
        {
            Regime regime = RegimeNames.States[bar / 30 % RegimeNames.States.Length];
            Add(usual.Advance(bar, regime), ref print);
            Add(open.Advance(bar, regime), ref print);
        });
    }

    private static void Add(in PatternReading r, ref Fingerprint print)
    {
        print.Add(((int)r.Kind * 4) + (int)r.Direction);
        print.Add(r.Score);
        print.Add(r.HeightPoints);
        print.Add(r.CompletedAt);
        print.Add(r.LevelPoints);
        print.Add(r.TargetDistance);
        print.Add(r.StopDistance);
        print.Add(r.InvalidationPoints);
        print.Add(r.TrailingActivationDistance);
        print.Add(r.TrailingStepDistance);
    }

    private static ulong[] Volume(BarSeries bars)
    {
        VolumeColumns volume = new(bars);
        return PerBar(bars.Count, (int bar, ref Fingerprint print) =>
        {
            print.Add(volume.BalanceSlope(bar, 10) + (3 * volume.BalanceSlope(bar, 50)));
            print.Add(volume.SideOfWeightedPrice(bar, 20) + (3 * volume.SideOfWeightedPrice(bar, 100)));
            print.Add(volume.MeanBefore(bar));
            print.Add(volume.VolumeAt(bar));
            print.Add(volume.HourAt(bar));
        });
    }

    private static ulong[] Published(BarSeries bars, PublishedSeries series)
    {
        PublishedColumn column = new(bars, series);
        return PerBar(bars.Count, (int bar, ref Fingerprint print) => print.Add(column.ReportAt(bar) < 0 ? -1 : column.Values[column.ReportAt(bar)]));
    }

    private static ulong[] Crowds(MarketData data, bool news)
    {
        PublishedColumn? reports = data.Sentiment is null ? null : new PublishedColumn(data.Bars, data.Sentiment);
        NewsTone? tones = news ? new NewsTone(data.Bars, data.News!) : null;
        return PerBar(data.Bars.Count, (int bar, ref Fingerprint print) =>
        {
            Crowd crowd = reports is null ? default : Crowd.At(reports, bar, tones?.At(bar));
            print.Add((int)crowd.Side);
            print.Add(crowd.Share);
            print.Add(crowd.Confidence);
            print.Add(tones?.At(bar) ?? -2);
        });
    }

    private static ulong[] PerBar(int count, Says says)
    {
        ulong[] prints = new ulong[count];
        for (int bar = 0; bar < count; bar++)
        {
            Fingerprint print = default;
            says(bar, ref print);
            prints[bar] = print.Value;
        }

        return prints;
    }
}
