namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>A convex function of a few variables that has second derivatives.</summary>
internal interface ISmoothRisk
{
    /// <summary>Whether it is quadratic, so that one Newton step is exact.</summary>
    bool IsQuadratic { get; }

    double Value(ReadOnlySpan<double> x);

    /// <summary>The value with gradient and row-major Hessian, which are overwritten.</summary>
    double Expand(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian);

    /// <summary>How far a step may go within the domain, as a multiple of it.</summary>
    double Reach(ReadOnlySpan<double> x, ReadOnlySpan<double> step);
}
