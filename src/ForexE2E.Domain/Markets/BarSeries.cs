namespace ForexE2E.Domain.Markets;

/// <summary>
/// Bars of one market in columns: prices in whole points (the last digit of a price), starts in minutes since
/// 1970-01-01 UTC, strictly ascending. 24 bytes a bar at most. Immutable.
/// </summary>
public sealed class BarSeries
{
    private readonly int[] _starts;
    private readonly int[] _open;
    private readonly int[] _high;
    private readonly int[] _low;
    private readonly int[] _close;
    private readonly float[]? _volume;
    private readonly int[]? _spread;

    /// <param name="columns">The arrays; the series keeps them and nobody may write to them afterwards.</param>
    /// <exception cref="ArgumentException">A column has another length, or a bar breaks an invariant; the message names the bar.</exception>
    public BarSeries(Symbol symbol, Timeframe timeframe, int digits, PriceSide side, BarColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 7);
        columns.Check();
        Symbol = symbol;
        Timeframe = timeframe;
        Digits = digits;
        Side = side;
        PointSize = 1.0 / PowersOfTen[digits];
        PointsPerUnit = PowersOfTen[digits];
        (_starts, _open, _high, _low, _close) = (columns.StartMinutes, columns.Open, columns.High, columns.Low, columns.Close);
        (_volume, _spread) = (columns.Volume, columns.Spread);
    }

    private static ReadOnlySpan<int> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    public Symbol Symbol { get; }

    public Timeframe Timeframe { get; }

    /// <summary>Decimals of a price.</summary>
    public int Digits { get; }

    /// <summary>Which side the prices are.</summary>
    public PriceSide Side { get; }

    /// <summary>Price units a point, such as 0.00001.</summary>
    public double PointSize { get; }

    /// <summary>Points a price unit, such as 100000: dividing by it gives the closest double to the printed price.</summary>
    public double PointsPerUnit { get; }

    /// <summary>Number of bars.</summary>
    public int Count => _starts.Length;

    /// <summary>Whether the source gave volumes that say something (not zero throughout).</summary>
    public bool HasVolume => _volume is not null;

    /// <summary>Whether the source gave spreads.</summary>
    public bool HasSpread => _spread is not null;

    /// <summary>Opening minute of each bar, since 1970-01-01 00:00 UTC.</summary>
    public ReadOnlySpan<int> StartMinutes => _starts;

    /// <summary>Points.</summary>
    public ReadOnlySpan<int> Open => _open;

    /// <summary>Points.</summary>
    public ReadOnlySpan<int> High => _high;

    /// <summary>Points.</summary>
    public ReadOnlySpan<int> Low => _low;

    /// <summary>Points.</summary>
    public ReadOnlySpan<int> Close => _close;

    /// <summary>In the source's own unit; empty without volume.</summary>
    public ReadOnlySpan<float> Volume => _volume;

    /// <summary>Ask less bid in points; empty without spreads.</summary>
    public ReadOnlySpan<int> Spread => _spread;

    /// <summary>One bar in price units.</summary>
    public Bar this[int index] => new(
        StartOf(index),
        _open[index] / PointsPerUnit,
        _high[index] / PointsPerUnit,
        _low[index] / PointsPerUnit,
        _close[index] / PointsPerUnit,
        _volume?[index],
        _spread?[index] / PointsPerUnit);

    /// <summary>Opening instant of a bar, UTC.</summary>
    public DateTime StartOf(int index) => DateTime.UnixEpoch.AddMinutes(_starts[index]);

    /// <summary>Closing instant of a bar, UTC: its start plus the timeframe.</summary>
    public DateTime EndOf(int index) => DateTime.UnixEpoch.AddMinutes(_starts[index] + Timeframe.Minutes);

    /// <summary>Index of the first bar that starts at or after the instant; <see cref="Count"/> when there is none.</summary>
    public int IndexAtOrAfter(DateTime instant)
    {
        long ticks = instant.Ticks - DateTime.UnixEpoch.Ticks;
        long minutes = (ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute;
        int wanted = (int)Math.Clamp(minutes, int.MinValue, int.MaxValue);
        int found = Array.BinarySearch(_starts, wanted);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The first <paramref name="count"/> bars as a series of their own: what was known at that bar's close.</summary>
    public BarSeries Truncate(int count) => Slice(0, count);

    /// <summary>A run of bars as a series of its own.</summary>
    public BarSeries Slice(int from, int count) => new(Symbol, Timeframe, Digits, Side, new BarColumns
    {
        StartMinutes = _starts.AsSpan(from, count).ToArray(),
        Open = _open.AsSpan(from, count).ToArray(),
        High = _high.AsSpan(from, count).ToArray(),
        Low = _low.AsSpan(from, count).ToArray(),
        Close = _close.AsSpan(from, count).ToArray(),
        Volume = _volume?.AsSpan(from, count).ToArray(),
        Spread = _spread?.AsSpan(from, count).ToArray(),
    });
}
