using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Regimes;

namespace ForexE2E.Strategy.Tests.Regimes;

public sealed class HiddenMarkovModelTests
{
    private static readonly Regime[] Truth = [Regime.TrendingUp, Regime.TrendingDown, Regime.Ranging, Regime.Volatile];
    private static readonly GaussianState[] States = [new(8, 16, 2.8, 0.06), new(-8, 16, 2.8, 0.06), new(0, 6, 2.0, 0.06), new(0, 400, 4.2, 0.06)];

    [Fact]
    public void Known_states_of_a_generated_path_are_found_and_named()
    {
        (RegimeObservation[] seen, int[] states) = Path(11, 1200);
        HiddenMarkovModel model = BaumWelch.Fit(seen, 3, default);
        Regime[] names = RegimeNaming.Name(model.Gaussians);
        Span<double> beliefs = stackalloc double[4];
        int right = 0;
        for (int t = 0; t < seen.Length; t++)
        {
            model.Filter(beliefs, seen[t], t == 0);
            int likely = beliefs.IndexOf(beliefs.ToArray().Max());
            right += names[likely] == Truth[states[t]] ? 1 : 0;
        }

        Assert.True(right > 0.9 * seen.Length, $"{right} of {seen.Length} filtered states are right.");
    }

    [Fact]
    public void Every_round_of_the_fit_raises_the_likelihood()
    {
        (RegimeObservation[] seen, _) = Path(12, 500);
        HiddenMarkovModel model = BaumWelch.Fit(seen, 3, default);
        Assert.True(LogLikelihood(model, seen) > LogLikelihood(StartingModels.ByQuantiles(seen, new GaussianState(0, 120, 2.9, 0.7)), seen));
    }

    [Fact]
    public void Beliefs_sum_to_one_even_for_an_observation_nothing_explains()
    {
        HiddenMarkovModel model = BaumWelch.Fit(Path(13, 400).Seen, 3, default);
        Span<double> beliefs = stackalloc double[4];
        model.Filter(beliefs, new RegimeObservation(0, 2), true);
        model.Filter(beliefs, new RegimeObservation(1e5, 1e3), false);
        Assert.Equal(1, beliefs[0] + beliefs[1] + beliefs[2] + beliefs[3], 9);
    }

    [Fact]
    public void Names_follow_from_mean_and_variance_in_any_order_of_states()
    {
        Assert.Equal(Truth, RegimeNaming.Name(States));
        Assert.Equal([Regime.Volatile, Regime.Ranging, Regime.TrendingDown, Regime.TrendingUp], RegimeNaming.Name([States[3], States[2], States[1], States[0]]));
    }

    [Fact]
    public void Equal_states_are_still_named_one_each()
    {
        Assert.Equal(4, RegimeNaming.Name([States[0], States[0], States[0], States[0]]).Distinct().Count());
    }

    private static (RegimeObservation[] Seen, int[] States) Path(ulong seed, int length)
    {
        SplitMix64 random = new(seed);
        int state = 0;
        RegimeObservation[] seen = new RegimeObservation[length];
        int[] states = new int[length];
        for (int t = 0; t < length; t++)
        {
            state = random.NextDouble() < 0.95 ? state : random.NextInt(4);
            GaussianState s = States[state];
            states[t] = state;
            seen[t] = new RegimeObservation(
                s.ReturnMean + (Math.Sqrt(s.ReturnVariance) * random.NextGaussian()),
                s.VolatilityMean + (Math.Sqrt(s.VolatilityVariance) * random.NextGaussian()));
        }

        return (seen, states);
    }

    private static double LogLikelihood(HiddenMarkovModel model, RegimeObservation[] seen)
    {
        double[] beliefs = new double[4];
        double[] densities = new double[4];
        return seen.Select((o, t) => model.Densities(o, densities) + model.Filter(beliefs, densities, t == 0)).Sum();
    }
}
