using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Regimes;

/// <summary>
/// Where Baum-Welch begins: one start that cuts the observations by range and return as the states are later named, and
/// seeded starts whose means are observations drawn at random.
/// </summary>
internal static class StartingModels
{
    private const double Stay = 0.94;

    /// <summary>The widest sixth of the blocks is one state; the others are cut into three by their return.</summary>
    public static HiddenMarkovModel ByQuantiles(RegimeObservation[] all, GaussianState whole)
    {
        RegimeObservation[] byRange = [.. all.OrderBy(o => o.Volatility)];
        RegimeObservation[] byReturn = [.. byRange.Take(all.Length - (all.Length / 6)).OrderBy(o => o.Return)];
        int third = byReturn.Length / 3;
        return Around(whole,
        [
            MeanOf(byReturn[^third..]),
            MeanOf(byReturn[..third]),
            MeanOf(byReturn[third..^third]),
            MeanOf(byRange[^Math.Max(1, all.Length / 6)..]),
        ]);
    }

    public static HiddenMarkovModel ByChance(RegimeObservation[] all, GaussianState whole, SplitMix64 random) =>
        Around(whole, [.. Enumerable.Range(0, HiddenMarkovModel.States).Select(_ => all[random.NextInt(all.Length)])]);

    private static HiddenMarkovModel Around(GaussianState whole, RegimeObservation[] means)
    {
        const int n = HiddenMarkovModel.States;
        double[,] transition = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                transition[i, j] = i == j ? Stay : (1 - Stay) / (n - 1);
            }
        }

        return new HiddenMarkovModel(
            [0.25, 0.25, 0.25, 0.25],
            transition,
            [.. means.Select(m => whole with { ReturnMean = m.Return, VolatilityMean = m.Volatility })]);
    }

    private static RegimeObservation MeanOf(RegimeObservation[] some) => new(some.Average(o => o.Return), some.Average(o => o.Volatility));
}
