using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Patterns.Swings;

/// <summary>
/// Finds alternating swing pivots bar by bar. A bar is a high pivot when its high is above the highs of the k bars before
/// it and not below those of the k bars after it, k being half the smallest leg; so it is known k bars late, and only then
/// reported. A pivot nearer to its predecessor than the smallest leg is noise.
/// </summary>
internal struct SwingFinder(BarSeries bars, int smallestLeg)
{
    private readonly int _reach = ReachOf(smallestLeg);
    private SwingPivot _last = new(-1, 0, false, -1);

    /// <summary>Bars a pivot must stand out on either side: half the smallest leg, rounded up.</summary>
    public static int ReachOf(int smallestLeg) => (smallestLeg + 1) / 2;

    /// <summary>Reports the pivot that the close of <paramref name="bar"/> confirms, if any.</summary>
    public bool Advance(int bar, out SwingPivot pivot)
    {
        pivot = default;
        int middle = bar - _reach;
        if (middle < _reach)
        {
            return false;
        }

        ReadOnlySpan<int> highs = bars.High;
        ReadOnlySpan<int> lows = bars.Low;
        bool high = IsPeak(highs.Slice(middle - _reach, (2 * _reach) + 1));
        bool low = IsTrough(lows.Slice(middle - _reach, (2 * _reach) + 1));
        // A bar that is both ends the swing under way; with no swing under way it says nothing.
        if ((!high && !low) || (high && low && _last.Ordinal < 0))
        {
            return false;
        }

        bool asHigh = high && (!low || !_last.IsHigh);
        return Accept(middle, asHigh ? highs[middle] : lows[middle], asHigh, out pivot);
    }

    private bool Accept(int bar, int points, bool isHigh, out SwingPivot pivot)
    {
        bool first = _last.Ordinal < 0;
        bool sameSide = !first && _last.IsHigh == isHigh;
        bool beyond = isHigh ? points > _last.Points : points < _last.Points;
        bool longEnough = sameSide || bar - _last.Bar >= smallestLeg;
        pivot = new SwingPivot(bar, points, isHigh, sameSide ? _last.Ordinal : _last.Ordinal + 1);
        if (first || (beyond && longEnough))
        {
            _last = pivot;
            return true;
        }

        return false;
    }

    // From the middle outwards: most bars fail at the first comparison. Of equal highs the first is the pivot.
    private static bool IsPeak(ReadOnlySpan<int> window)
    {
        int middle = window.Length / 2;
        int peak = window[middle];
        for (int k = 1; k <= middle; k++)
        {
            if (window[middle - k] >= peak || window[middle + k] > peak)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTrough(ReadOnlySpan<int> window)
    {
        int middle = window.Length / 2;
        int trough = window[middle];
        for (int k = 1; k <= middle; k++)
        {
            if (window[middle - k] <= trough || window[middle + k] < trough)
            {
                return false;
            }
        }

        return true;
    }
}
