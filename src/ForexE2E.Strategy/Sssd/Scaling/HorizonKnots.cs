using System.Collections.Immutable;

namespace ForexE2E.Strategy.Sssd.Scaling;

/// <summary>The bars ahead at which a forecast states the cumulative return; between them it is a Brownian bridge.</summary>
internal static class HorizonKnots
{
    /// <summary>Bars ahead, ascending; the last is the longest horizon.</summary>
    public static ImmutableArray<int> Ends { get; } = [1, 2, 4, 6, 8, 12, 16, 24];

    /// <summary>Index of the knot at or after a number of bars ahead.</summary>
    public static int IndexAt(int ahead)
    {
        int index = 0;
        while (Ends[index] < ahead)
        {
            index++;
        }

        return index;
    }

    /// <summary>Bars ahead at which the segment that ends in a knot begins.</summary>
    public static int StartOf(int index) => index == 0 ? 0 : Ends[index - 1];
}
