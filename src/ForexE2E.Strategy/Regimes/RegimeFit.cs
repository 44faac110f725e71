using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Regimes;

/// <summary>The regime of every bar of a window: fitted on the train span, filtered forward over train, gap and test.</summary>
internal static class RegimeFit
{
    /// <summary>With fewer complete blocks in the train span nothing is fitted and every bar is ranging.</summary>
    public const int LeastBlocks = 40;

    /// <param name="first">First train bar.</param>
    /// <param name="trainEnd">Bar after the last train bar.</param>
    /// <param name="regimes">Filled for each bar from <paramref name="first"/> on.</param>
    public static void Fill(BarSeries bars, int first, int trainEnd, Span<Regime> regimes, ulong seed, CancellationToken cancellation)
    {
        RegimeBlocks blocks = new(bars, first);
        int train = blocks.CompleteAt(trainEnd - 1);
        regimes.Fill(Regime.Ranging);
        if (train < LeastBlocks)
        {
            return;
        }

        RegimeObservation[] seen = [.. Enumerable.Range(0, train).Select(blocks.Observe)];
        HiddenMarkovModel model = BaumWelch.Fit(seen, seed, cancellation);
        Regime[] names = RegimeNaming.Name(model.Gaussians);
        Span<double> beliefs = stackalloc double[HiddenMarkovModel.States];
        Regime now = Regime.Ranging;
        int filtered = 0;
        for (int i = 0; i < regimes.Length; i++)
        {
            for (; filtered < blocks.CompleteAt(first + i); filtered++)
            {
                model.Filter(beliefs, blocks.Observe(filtered), filtered == 0);
                now = names[MostLikely(beliefs)];
            }

            regimes[i] = now;
        }
    }

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
