using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Regimes;

/// <summary>
/// Names hidden states by what was fitted, in every window alike: the state of the greatest return variance is volatile; of
/// the other three the one of the greatest mean return is trending_up, the least trending_down, and the third ranging.
/// Values are compared on a grid of 1e-6; ties go to the earlier state.
/// </summary>
internal static class RegimeNaming
{
    public static Regime[] Name(ReadOnlySpan<GaussianState> states)
    {
        Regime[] names = [Regime.Ranging, Regime.Ranging, Regime.Ranging, Regime.Ranging];
        names[Greatest(states, names, s => s.ReturnVariance)] = Regime.Volatile;
        names[Greatest(states, names, s => s.ReturnMean)] = Regime.TrendingUp;
        names[Greatest(states, names, s => -s.ReturnMean)] = Regime.TrendingDown;
        return names;
    }

    private static int Greatest(ReadOnlySpan<GaussianState> states, Regime[] names, Func<GaussianState, double> value)
    {
        int best = -1;
        for (int j = 0; j < states.Length; j++)
        {
            bool isFree = names[j] == Regime.Ranging;
            if (isFree && (best < 0 || Round(value(states[j])) > Round(value(states[best]))))
            {
                best = j;
            }
        }

        return best;
    }

    private static double Round(double value) => Math.Round(value * 1e6);
}
