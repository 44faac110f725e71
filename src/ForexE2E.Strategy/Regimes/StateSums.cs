namespace ForexE2E.Strategy.Regimes;

/// <summary>Weighted sums over observations and transitions, from which the next model of a Baum-Welch round is made.</summary>
internal sealed class StateSums
{
    private const int N = HiddenMarkovModel.States;
    private readonly double[] _weight = new double[N];
    private readonly double[] _return = new double[N];
    private readonly double[] _returnSquare = new double[N];
    private readonly double[] _volatility = new double[N];
    private readonly double[] _volatilitySquare = new double[N];
    private readonly double[] _transitions = new double[N * N];

    public void Add(in RegimeObservation o, ReadOnlySpan<double> weights)
    {
        for (int j = 0; j < N; j++)
        {
            double w = weights[j];
            _weight[j] += w;
            _return[j] += w * o.Return;
            _returnSquare[j] += w * o.Return * o.Return;
            _volatility[j] += w * o.Volatility;
            _volatilitySquare[j] += w * o.Volatility * o.Volatility;
        }
    }

    public void AddTransitions(ReadOnlySpan<double> pairs, double scale)
    {
        for (int k = 0; k < N * N; k++)
        {
            _transitions[k] += pairs[k] * scale;
        }
    }

    /// <param name="first">Weights of the states at the first observation.</param>
    /// <param name="whole">Moments of all observations, which floors the variances and stands in for a state nobody visits.</param>
    public HiddenMarkovModel ToModel(ReadOnlySpan<double> first, GaussianState whole, double priorCount)
    {
        double[] initial = new double[N];
        double[,] transition = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            initial[i] = (first[i] + priorCount) / (1 + (N * priorCount));
            double row = BaumWelch.PriorTransitions;
            for (int j = 0; j < N; j++)
            {
                row += _transitions[(i * N) + j];
            }

            for (int j = 0; j < N; j++)
            {
                double prior = BaumWelch.PriorTransitions * (i == j ? BaumWelch.PriorStay : (1 - BaumWelch.PriorStay) / (N - 1));
                transition[i, j] = (_transitions[(i * N) + j] + prior) / row;
            }
        }

        return new HiddenMarkovModel(initial, transition, [.. Enumerable.Range(0, N).Select(j => StateOf(j, whole))]);
    }

    private GaussianState StateOf(int j, GaussianState whole)
    {
        if (_weight[j] < 1e-6)
        {
            return whole;
        }

        double r = _return[j] / _weight[j];
        double v = _volatility[j] / _weight[j];
        return new GaussianState(
            r,
            Math.Max((_returnSquare[j] / _weight[j]) - (r * r), whole.ReturnVariance * BaumWelch.LeastVarianceShare),
            v,
            Math.Max((_volatilitySquare[j] / _weight[j]) - (v * v), whole.VolatilityVariance * BaumWelch.LeastVarianceShare));
    }
}
