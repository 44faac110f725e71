namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>factor x'Qx + c'x.</summary>
internal sealed class QuadraticRisk(double[] matrix, double factor, double[]? linear) : ISmoothRisk
{
    public bool IsQuadratic => true;

    public double Value(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * ((factor * Vectors.Dot(matrix.AsSpan(i * x.Length, x.Length), x)) + (linear?[i] ?? 0));
        }

        return sum;
    }

    public double Expand(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian)
    {
        double value = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double product = factor * Vectors.Dot(matrix.AsSpan(i * x.Length, x.Length), x);
            double slope = linear?[i] ?? 0;
            gradient[i] = (2 * product) + slope;
            value += x[i] * (product + slope);
        }

        for (int i = 0; i < hessian.Length; i++)
        {
            hessian[i] = 2 * factor * matrix[i];
        }

        return value;
    }

    public double Reach(ReadOnlySpan<double> x, ReadOnlySpan<double> step) => double.PositiveInfinity;
}
