namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// Mean, spread and shape of a sample. Variance has n-1 in the denominator; skewness and kurtosis are the population moments
/// g1 and g2 + 3, so a normal sample has kurtosis 3.
/// </summary>
public readonly record struct Moments
{
    private Moments(int count, double mean, double squares, double cubes, double fourths)
    {
        Count = count;
        Mean = mean;
        // Rounding of the mean leaves a trace on equal values: below it there is no variance.
        double noise = count * Math.Pow(4 * (Math.BitIncrement(Math.Abs(mean)) - Math.Abs(mean)), 2);
        if (squares <= noise)
        {
            return;
        }

        StandardDeviation = count < 2 ? null : Math.Sqrt(squares / (count - 1));
        double variance = squares / count;
        Skewness = cubes / count / Math.Pow(variance, 1.5);
        Kurtosis = fourths / count / (variance * variance);
    }

    public int Count { get; }

    /// <summary>0 for an empty sample.</summary>
    public double Mean { get; }

    /// <summary>With n-1; null with fewer than two values or without variance.</summary>
    public double? StandardDeviation { get; }

    /// <summary>g1; null without variance.</summary>
    public double? Skewness { get; }

    /// <summary>g2 + 3; null without variance.</summary>
    public double? Kurtosis { get; }

    public static Moments Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = values.IsEmpty ? 0 : sum / values.Length;
        double squares = 0, cubes = 0, fourths = 0;
        foreach (double value in values)
        {
            double d = value - mean;
            double dd = d * d;
            squares += dd;
            cubes += dd * d;
            fourths += dd * dd;
        }

        return new Moments(values.Length, mean, squares, cubes, fourths);
    }
}
