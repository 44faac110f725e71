namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>Symmetrical triangle: falling top and rising bottom of about equal slope. Confirmed outside (Bulkowski).</summary>
internal static class SymmetricTriangle
{
    private const double BalanceTolerance = 0.5;

    public static bool TryDraw(in Boundaries lines, out PatternOutline outline)
    {
        GeometryFit fit = default;
        bool drawn = lines.UpperRise <= -Boundaries.Flat
            && lines.LowerRise >= Boundaries.Flat
            && fit.Accepts((lines.UpperRise + lines.LowerRise) / (lines.LowerRise - lines.UpperRise), BalanceTolerance)
            && fit.Accepts(lines.TouchError, Boundaries.TouchTolerance * lines.Height);
        outline = lines.Outline(PatternShape.SymmetricTriangle, fit.Score);
        return drawn;
    }
}
