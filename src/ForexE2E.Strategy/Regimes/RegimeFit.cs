using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Regimes;

/// <summary>The regime of every bar of a window, laid along the bars: a bar inside a block keeps the last complete block's state.</summary>
internal static class RegimeFit
{
    /// <param name="first">First train bar.</param>
    /// <param name="trainEnd">Bar after the last train bar.</param>
    /// <param name="regimes">Filled for each bar from <paramref name="first"/> on; ranging before the first complete block and where nothing is fitted.</param>
    /// <param name="fitSeed">Seed of the window's fit.</param>
    public static void Fill(BarSeries bars, int first, int trainEnd, Span<Regime> regimes, ulong fitSeed, CancellationToken cancellation)
    {
        ImmutableArray<RegimeBelief> path = RegimePath.Of(bars, first, trainEnd, first + regimes.Length, fitSeed, cancellation);
        Regime now = Regime.Ranging;
        int next = 0;
        for (int i = 0; i < regimes.Length; i++)
        {
            for (; next < path.Length && path[next].Bar <= first + i; next++)
            {
                now = path[next].Regime;
            }

            regimes[i] = now;
        }
    }
}
