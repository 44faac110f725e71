using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Patterns.Swings;

/// <summary>The newest 32 alternating pivots as known at the current bar.</summary>
internal sealed class SwingRing
{
    public const int Capacity = 32;

    private readonly SwingPivot[] _pivots = new SwingPivot[Capacity];
    private int _oldest;
    private int _newest = -1;

    public int Count => _newest - _oldest + 1;

    public SwingPivot Newest => _pivots[_newest % Capacity];

    public void Clear() => (_oldest, _newest) = (0, -1);

    public void Add(in SwingPivot pivot)
    {
        _oldest = _newest < 0 ? pivot.Ordinal : Math.Max(_oldest, pivot.Ordinal - Capacity + 1);
        _newest = pivot.Ordinal;
        _pivots[_newest % Capacity] = pivot;
    }

    /// <summary>The pivot <paramref name="back"/> places before the newest.</summary>
    public SwingPivot Back(int back) => _pivots[(_newest - back) % Capacity];

    /// <summary>How many of the newest pivots hang together: legs within the largest, all at or after the first bar allowed.</summary>
    public int CountConnected(int firstBar, int largestLeg, int most)
    {
        int connected = 0;
        int newer = Newest.Bar;
        while (connected < Math.Min(Count, most) && Back(connected).Bar >= firstBar && newer - Back(connected).Bar <= largestLeg)
        {
            newer = Back(connected).Bar;
            connected++;
        }

        return connected;
    }

    /// <summary>
    /// How well older pivots support a pattern's base, 0 to 1: each pivot older than the pattern counts one half, falling
    /// to nothing one <paramref name="reach"/> away.
    /// </summary>
    public double SupportAt(double basePoints, int patternFirstBar, double reach)
    {
        double sum = 0;
        for (int back = 0; back < Count && reach > 0; back++)
        {
            SwingPivot pivot = Back(back);
            sum += pivot.Bar < patternFirstBar ? Math.Max(0, 1 - (Math.Abs(pivot.Points - basePoints) / reach)) : 0;
        }

        return Math.Min(1, sum / 2);
    }

    /// <summary>Copies the newest pivots, newest first, as a bullish reader sees them: for Short the prices are negated.</summary>
    public int CopyTo(Span<int> bars, Span<double> prices, Side side, int anchor)
    {
        int count = Math.Min(Count, bars.Length);
        for (int back = 0; back < count; back++)
        {
            SwingPivot pivot = Back(back);
            bars[back] = pivot.Bar;
            prices[back] = (int)side * (pivot.Points - anchor);
        }

        return count;
    }
}
