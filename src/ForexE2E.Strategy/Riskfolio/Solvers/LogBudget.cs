namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// A risk less the sum of the logarithms of the first variables. Where it is least every variable times its marginal risk is one,
/// so contributions are equal (Maillard, Roncalli and Teiletche 2010; Spinu 2013).
/// </summary>
internal sealed class LogBudget(ISmoothRisk risk, int assets) : ISmoothRisk
{
    private const double ShareOfReach = 0.95;

    public bool IsQuadratic => false;

    public double Value(ReadOnlySpan<double> x)
    {
        double value = risk.Value(x);
        foreach (double weight in x[..assets])
        {
            value -= Math.Log(weight);
        }

        return value;
    }

    public double Expand(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian)
    {
        double value = risk.Expand(x, gradient, hessian);
        for (int i = 0; i < assets; i++)
        {
            value -= Math.Log(x[i]);
            gradient[i] -= 1 / x[i];
            hessian[(i * x.Length) + i] += 1 / (x[i] * x[i]);
        }

        return value;
    }

    public double Reach(ReadOnlySpan<double> x, ReadOnlySpan<double> step)
    {
        double reach = risk.Reach(x, step);
        for (int i = 0; i < assets; i++)
        {
            reach = step[i] < 0 ? Math.Min(reach, -ShareOfReach * x[i] / step[i]) : reach;
        }

        return reach;
    }
}
