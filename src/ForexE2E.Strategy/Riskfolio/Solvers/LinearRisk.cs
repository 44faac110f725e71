namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>The last variable: a bound on a risk that inequalities keep from below.</summary>
internal sealed class LinearRisk : ISmoothRisk
{
    public bool IsQuadratic => true;

    public double Value(ReadOnlySpan<double> x) => x[^1];

    public double Expand(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        gradient[^1] = 1;
        return x[^1];
    }

    public double Reach(ReadOnlySpan<double> x, ReadOnlySpan<double> step) => double.PositiveInfinity;
}
