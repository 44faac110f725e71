using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Patterns.Swings;

/// <summary>
/// All swing pivots of a bar series in the order in which they became known. Depends on the bars and the smallest leg and
/// on nothing else, so eight trails (3 to 10 bars) serve every trial on the same bars. Immutable.
/// </summary>
public sealed class SwingTrail
{
    private readonly SwingPivot[] _pivots;

    private SwingTrail(SwingPivot[] pivots, int smallestLeg) => (_pivots, SmallestLeg) = (pivots, smallestLeg);

    /// <summary>Least bars between neighbouring pivots.</summary>
    public int SmallestLeg { get; }

    /// <summary>Bars after a pivot until it is known: half the smallest leg, rounded up.</summary>
    public int Delay => SwingFinder.ReachOf(SmallestLeg);

    /// <summary>Pivots as they were confirmed; one with its predecessor's ordinal replaces it.</summary>
    public ReadOnlySpan<SwingPivot> Pivots => _pivots;

    /// <summary>The bar at whose close the i-th pivot became known.</summary>
    public int KnownAt(int index) => _pivots[index].Bar + Delay;

    /// <summary>Number of pivots known before the close of a bar.</summary>
    public int CountKnownBefore(int bar)
    {
        (int low, int high) = (0, _pivots.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = KnownAt(middle) < bar ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <param name="smallestLeg">At least 1 bar.</param>
    public static SwingTrail Of(BarSeries bars, int smallestLeg)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallestLeg, 1);
        SwingFinder finder = new(bars, smallestLeg);
        List<SwingPivot> found = new(bars.Count / (2 * smallestLeg));
        for (int bar = 0; bar < bars.Count; bar++)
        {
            if (finder.Advance(bar, out SwingPivot pivot))
            {
                found.Add(pivot);
            }
        }

        return new SwingTrail([.. found], smallestLeg);
    }
}
