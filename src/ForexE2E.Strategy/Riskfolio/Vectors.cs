namespace ForexE2E.Strategy.Riskfolio;

/// <summary>Sums over short vectors, in a fixed order.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    public static double Sum(ReadOnlySpan<double> a)
    {
        double sum = 0;
        foreach (double value in a)
        {
            sum += value;
        }

        return sum;
    }

    public static double Largest(ReadOnlySpan<double> a)
    {
        double largest = 0;
        foreach (double value in a)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    /// <summary>Adds factor x v v' to a row-major square matrix.</summary>
    public static void AddOuter(Span<double> matrix, ReadOnlySpan<double> v, double factor)
    {
        for (int i = 0; i < v.Length; i++)
        {
            double scaled = factor * v[i];
            Span<double> row = matrix.Slice(i * v.Length, v.Length);
            for (int j = 0; j < v.Length; j++)
            {
                row[j] += scaled * v[j];
            }
        }
    }
}
