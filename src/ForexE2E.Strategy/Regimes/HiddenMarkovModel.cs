namespace ForexE2E.Strategy.Regimes;

/// <summary>A hidden Markov model of four Gaussian states, filtered forward only: beliefs at a block use no later one (Rabiner 1989).</summary>
internal sealed class HiddenMarkovModel(double[] initial, double[,] transition, GaussianState[] states)
{
    public const int States = 4;

    /// <summary>Probability of each state before the first observation.</summary>
    public double[] Initial { get; } = initial;

    /// <summary>Probability of the column's state after the row's.</summary>
    public double[,] Transition { get; } = transition;

    public GaussianState[] Gaussians { get; } = states;

    /// <summary>Turns the beliefs after the last observation into those after this one, in place.</summary>
    /// <param name="beliefs">Sum to 1; ignored when <paramref name="isFirst"/>.</param>
    public void Filter(Span<double> beliefs, in RegimeObservation observation, bool isFirst)
    {
        Span<double> densities = stackalloc double[States];
        Densities(observation, densities);
        Filter(beliefs, densities, isFirst);
    }

    /// <summary>The same with densities at hand; returns the logarithm of the observation's probability in their scale.</summary>
    public double Filter(Span<double> beliefs, ReadOnlySpan<double> densities, bool isFirst)
    {
        Span<double> next = stackalloc double[States];
        double sum = 0;
        for (int j = 0; j < States; j++)
        {
            double prior = isFirst ? Initial[j] : 0;
            for (int i = 0; i < States && !isFirst; i++)
            {
                prior += beliefs[i] * Transition[i, j];
            }

            next[j] = prior * densities[j];
            sum += next[j];
        }

        // Every prior weight on states that cannot explain the observation: start again from the observation alone.
        if (!(sum > 1e-300))
        {
            densities.CopyTo(next);
            sum = densities[0] + densities[1] + densities[2] + densities[3];
        }

        for (int j = 0; j < States; j++)
        {
            beliefs[j] = next[j] / sum;
        }

        return Math.Log(sum);
    }

    /// <summary>Fills the densities divided by the largest, so that none overflows, and returns the largest's logarithm.</summary>
    public double Densities(in RegimeObservation observation, Span<double> densities)
    {
        double largest = double.NegativeInfinity;
        for (int j = 0; j < States; j++)
        {
            densities[j] = Gaussians[j].LogDensity(observation);
            largest = Math.Max(largest, densities[j]);
        }

        for (int j = 0; j < States; j++)
        {
            densities[j] = Math.Exp(densities[j] - largest);
        }

        return largest;
    }
}
