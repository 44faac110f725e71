using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Regimes;

/// <summary>
/// The regimes of a window: a hidden Markov model fitted on the blocks of a train span, then filtered forward over train span
/// and all that follows. The strategy trades by this very path.
/// </summary>
public static class RegimePath
{
    /// <summary>With fewer complete blocks in the train span nothing is fitted.</summary>
    public const int LeastBlocks = 40;

    /// <param name="first">First train bar.</param>
    /// <param name="trainEnd">Bar after the last train bar.</param>
    /// <param name="end">Bar after the last one that is filtered.</param>
    /// <param name="fitSeed">Seed of the window's fit, <see cref="SeedOf.Fit"/>.</param>
    /// <returns>One belief a complete block; empty when the train span has too few blocks.</returns>
    public static ImmutableArray<RegimeBelief> Of(BarSeries bars, int first, int trainEnd, int end, ulong fitSeed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bars);
        RegimeBlocks blocks = new(bars, first);
        int train = blocks.CompleteAt(trainEnd - 1);
        if (train < LeastBlocks)
        {
            return [];
        }

        blocks.LearnRhythm(train);
        RegimeObservation[] seen = [.. Enumerable.Range(0, train).Select(blocks.Observe)];
        HiddenMarkovModel model = BaumWelch.Fit(seen, SeedOf.Mix(fitSeed, 0, 22), cancellation);
        Regime[] names = RegimeNaming.Name(model.Gaussians);
        RegimeBelief[] path = new RegimeBelief[blocks.CompleteAt(end - 1)];
        Span<double> beliefs = stackalloc double[HiddenMarkovModel.States];
        for (int block = 0; block < path.Length; block++)
        {
            model.Filter(beliefs, blocks.Observe(block), block == 0);
            path[block] = Believe(blocks.LastBarOf(block), names, beliefs);
        }

        return [.. path];
    }

    private static RegimeBelief Believe(int bar, Regime[] names, ReadOnlySpan<double> beliefs) => new(
        bar,
        names[MostLikely(beliefs)],
        beliefs[Array.IndexOf(names, Regime.TrendingUp)],
        beliefs[Array.IndexOf(names, Regime.TrendingDown)],
        beliefs[Array.IndexOf(names, Regime.Ranging)],
        beliefs[Array.IndexOf(names, Regime.Volatile)]);

    // On a grid, so that last bits on another processor do not decide between equals.
    private static int MostLikely(ReadOnlySpan<double> beliefs)
    {
        int best = 0;
        for (int j = 1; j < beliefs.Length; j++)
        {
            best = Math.Round(beliefs[j] * 1e6) > Math.Round(beliefs[best] * 1e6) ? j : best;
        }

        return best;
    }
}
