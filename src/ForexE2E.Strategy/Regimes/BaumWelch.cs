using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Regimes;

/// <summary>
/// Fits a hidden Markov model by expectation and maximisation with scaled forward and backward passes (Baum et al. 1970;
/// Rabiner 1989), the best of several starts. Deterministic for a seed.
/// </summary>
internal sealed class BaumWelch
{
    /// <summary>Starts: one by quantiles, the others by chance.</summary>
    public const int Starts = 3;
    public const int MostRounds = 40;

    /// <summary>A round that adds less log likelihood an observation ends the fit.</summary>
    public const double LeastGain = 1e-5;

    /// <summary>Least variance of a state, as a share of the variance of all observations: no state may collapse on one block.</summary>
    public const double LeastVarianceShare = 0.02;

    /// <summary>
    /// Counted transitions out of each state beforehand, of which so many stay: a month of blocks alone would take the noise of
    /// single hours for states (on generated markets 37 % of hours right instead of 60 %).
    /// </summary>
    public const double PriorTransitions = 300;
    public const double PriorStay = 0.97;

    /// <summary>Counted visits each state gets beforehand at the first block.</summary>
    private const double PriorCount = 0.5;
    private const int N = HiddenMarkovModel.States;
    private readonly RegimeObservation[] _seen;
    private readonly GaussianState _whole;
    private readonly double[] _forward;
    private readonly double[] _density;

    private BaumWelch(RegimeObservation[] seen)
    {
        _seen = seen;
        _whole = Whole(seen);
        _forward = new double[seen.Length * N];
        _density = new double[seen.Length * N];
    }

    /// <param name="seen">Observations in order of time; at least eight.</param>
    public static HiddenMarkovModel Fit(RegimeObservation[] seen, ulong seed, CancellationToken cancellation)
    {
        BaumWelch fit = new(seen);
        SplitMix64 random = new(seed);
        (HiddenMarkovModel Model, double Likelihood) best = fit.Climb(StartingModels.ByQuantiles(seen, fit._whole));
        for (int start = 1; start < Starts; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            (HiddenMarkovModel Model, double Likelihood) next = fit.Climb(StartingModels.ByChance(seen, fit._whole, random));
            // A margin, so that last bits on another processor do not choose.
            best = next.Likelihood > best.Likelihood + 1e-6 ? next : best;
        }

        return best.Model;
    }

    private (HiddenMarkovModel Model, double Likelihood) Climb(HiddenMarkovModel model)
    {
        double last = double.NegativeInfinity;
        for (int round = 0; round < MostRounds; round++)
        {
            double likelihood = Forward(model);
            if (likelihood - last < LeastGain * _seen.Length)
            {
                return (model, likelihood);
            }

            last = likelihood;
            model = Maximize(model);
        }

        return (model, Forward(model));
    }

    private double Forward(HiddenMarkovModel model)
    {
        Span<double> beliefs = stackalloc double[N];
        double likelihood = 0;
        for (int t = 0; t < _seen.Length; t++)
        {
            Span<double> density = _density.AsSpan(t * N, N);
            likelihood += model.Densities(_seen[t], density);
            likelihood += model.Filter(beliefs, density, t == 0);
            beliefs.CopyTo(_forward.AsSpan(t * N, N));
        }

        return likelihood;
    }

    private HiddenMarkovModel Maximize(HiddenMarkovModel model)
    {
        StateSums sums = new();
        Span<double> backward = [1, 1, 1, 1];
        Span<double> earlier = stackalloc double[N];
        Span<double> weights = stackalloc double[N];
        for (int t = _seen.Length - 1; t >= 0; t--)
        {
            Span<double> forward = _forward.AsSpan(t * N, N);
            Weigh(forward, backward, weights);
            sums.Add(_seen[t], weights);
            if (t > 0)
            {
                StepBack(model, t, backward, earlier, sums);
                earlier.CopyTo(backward);
            }
        }

        return sums.ToModel(weights, _whole, PriorCount);
    }

    // Counts the expected transitions into block t and moves the backward weights to the block before.
    private void StepBack(HiddenMarkovModel model, int t, Span<double> backward, Span<double> earlier, StateSums sums)
    {
        Span<double> from = _forward.AsSpan((t - 1) * N, N);
        Span<double> density = _density.AsSpan(t * N, N);
        Span<double> pairs = stackalloc double[N * N];
        double all = 0;
        double largest = 0;
        for (int i = 0; i < N; i++)
        {
            earlier[i] = 0;
            for (int j = 0; j < N; j++)
            {
                double step = model.Transition[i, j] * density[j] * backward[j];
                earlier[i] += step;
                pairs[(i * N) + j] = from[i] * step;
                all += pairs[(i * N) + j];
            }

            largest = Math.Max(largest, earlier[i]);
        }

        for (int i = 0; i < N; i++)
        {
            earlier[i] = largest > 0 ? earlier[i] / largest : 1;
        }

        if (all > 0)
        {
            sums.AddTransitions(pairs, 1 / all);
        }
    }

    private static void Weigh(Span<double> forward, Span<double> backward, Span<double> weights)
    {
        double sum = 0;
        for (int j = 0; j < N; j++)
        {
            weights[j] = forward[j] * backward[j];
            sum += weights[j];
        }

        for (int j = 0; j < N; j++)
        {
            weights[j] = sum > 0 ? weights[j] / sum : forward[j];
        }
    }

    private static GaussianState Whole(RegimeObservation[] seen)
    {
        double r = seen.Average(o => o.Return), v = seen.Average(o => o.Volatility);
        double rr = seen.Average(o => (o.Return - r) * (o.Return - r));
        double vv = seen.Average(o => (o.Volatility - v) * (o.Volatility - v));
        return new GaussianState(r, Math.Max(rr, 1e-6), v, Math.Max(vv, 1e-6));
    }
}
