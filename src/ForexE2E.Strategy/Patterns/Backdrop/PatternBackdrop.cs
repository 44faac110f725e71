using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Patterns.Backdrop;

/// <summary>
/// What patterns are judged against, as columns over a bar series: average true range, volume against its average, trend,
/// the higher timeframe's trend, momentum. No parameter touches them, so they are computed once a series and shared by all
/// trials. Each value uses bars up to its own only. 18 bytes a bar. Immutable.
/// </summary>
public sealed class PatternBackdrop
{
    private const int RangeSpan = 14;
    private const int VolumeSpan = 20;
    private const int FastSpan = 20;
    private const int SlowSpan = 100;
    private const float Unknown = -1;

    private readonly double[] _atr;
    private readonly float[] _trend;
    private readonly float[] _volumeRatio;
    private readonly sbyte[] _higherTrend;
    private readonly sbyte[] _momentum;

    private PatternBackdrop(BarSeries bars)
    {
        _atr = new double[bars.Count];
        _trend = new float[bars.Count];
        _volumeRatio = bars.HasVolume ? new float[bars.Count] : [];
        _higherTrend = new sbyte[bars.Count];
        _momentum = new sbyte[bars.Count];
        FillRanges(bars);
        FillTrends(bars);
        FillVolume(bars);
    }

    /// <summary>Bars described.</summary>
    public int Count => _atr.Length;

    /// <summary>Whether the bars have a volume column; without it volume confirmation is dead.</summary>
    public bool HasVolume => _volumeRatio.Length > 0;

    public static PatternBackdrop Of(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return new PatternBackdrop(bars);
    }

    /// <summary>Plain mean of the last 14 true ranges, points (Wilder 1978, unsmoothed, so that it forgets).</summary>
    public double AverageTrueRange(int bar) => _atr[bar];

    /// <summary>(20-bar less 100-bar exponential mean) over two average true ranges, cut to -1..1; 0 before the hundredth bar.</summary>
    public double Trend(int bar) => _trend[bar];

    /// <summary>Sign of the next higher timeframe's trend, from its complete bars; 0 while unknown.</summary>
    public int HigherTrend(int bar) => _higherTrend[bar];

    /// <summary>Sign on which RSI and MACD agree, else 0.</summary>
    public int Momentum(int bar) => _momentum[bar];

    /// <summary>Volume over the mean of the 20 bars before it; null without volume and where that mean is zero or not yet known.</summary>
    public double? VolumeRatio(int bar) => HasVolume && _volumeRatio[bar] >= 0 ? _volumeRatio[bar] : null;

    private void FillRanges(BarSeries bars)
    {
        RollingSum ranges = new(RangeSpan);
        for (int bar = 0; bar < bars.Count; bar++)
        {
            int before = bars.Close[Math.Max(0, bar - 1)];
            int range = bar == 0
                ? bars.High[bar] - bars.Low[bar]
                : Math.Max(bars.High[bar], before) - Math.Min(bars.Low[bar], before);
            ranges.Add(range);
            _atr[bar] = ranges.Mean;
        }
    }

    private void FillTrends(BarSeries bars)
    {
        MovingMean fast = new(FastSpan);
        MovingMean slow = new(SlowSpan);
        HigherTrend higher = new(bars.Timeframe);
        MomentumSign momentum = new();
        for (int bar = 0; bar < bars.Count; bar++)
        {
            // Points from the first close: mirrored prices then give exactly mirrored means.
            double close = bars.Close[bar] - bars.Close[0];
            fast.Add(close);
            slow.Add(close);
            bool known = slow.IsWarm && _atr[bar] > 0;
            _trend[bar] = known ? (float)Math.Clamp((fast.Value - slow.Value) / (2 * _atr[bar]), -1, 1) : 0;
            _higherTrend[bar] = higher.Add(bars.StartMinutes[bar], close);
            _momentum[bar] = momentum.Add(close);
        }
    }

    private void FillVolume(BarSeries bars)
    {
        RollingSum volumes = new(VolumeSpan);
        for (int bar = 0; bar < _volumeRatio.Length; bar++)
        {
            double mean = volumes.Count == VolumeSpan ? volumes.Mean : 0;
            _volumeRatio[bar] = mean > 0 ? (float)(bars.Volume[bar] / mean) : Unknown;
            volumes.Add(bars.Volume[bar]);
        }
    }
}
