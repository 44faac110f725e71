namespace ForexE2E.Strategy.Riskfolio;

/// <summary>Bounds of each weight and the sum of all: one, or all maxima together where they cannot reach one (the rest is cash).</summary>
internal readonly record struct WeightBounds
{
    /// <summary>Differences below it are rounding.</summary>
    public const double Dust = 1e-9;

    public WeightBounds(int assets, double least, double greatest)
    {
        (Assets, Least, Greatest) = (assets, least, greatest);
        Sum = Math.Min(1, assets * greatest);
    }

    public int Assets { get; }

    public double Least { get; }

    public double Greatest { get; }

    public double Sum { get; }

    /// <summary>Whether the bounds leave one portfolio only: all at their greatest, or all at their least.</summary>
    public bool ArePinned => (Assets * Greatest) - Sum <= Dust || Sum - (Assets * Least) <= Dust;

    /// <summary>The same weight for all; the only portfolio when <see cref="ArePinned"/>.</summary>
    public double[] Equal()
    {
        double[] weights = new double[Assets];
        Array.Fill(weights, Math.Min(1.0 / Assets, Greatest));
        return weights;
    }

    /// <summary>The portfolio that scores most in a linear score: the best are filled to their greatest, equals share.</summary>
    public double[] Greedy(ReadOnlySpan<double> scores)
    {
        double[] weights = new double[Assets];
        Array.Fill(weights, Least);
        double[] sorted = scores.ToArray();
        Array.Sort(sorted);
        double free = Sum - (Assets * Least);
        for (int i = Assets - 1; i >= 0 && free > 0; i--)
        {
            int equals = 1;
            for (; i > 0 && sorted[i - 1] == sorted[i]; i--)
            {
                equals++;
            }

            double each = Math.Min(Greatest - Least, free / equals);
            for (int j = 0; j < Assets; j++)
            {
                weights[j] += scores[j] == sorted[i] ? each : 0;
            }

            free -= each * equals;
        }

        return weights;
    }
}
