namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>Falling wedge: both lines fall and converge, the upper one falling faster. Confirmed above the top (Bulkowski).</summary>
internal static class Wedge
{
    private const double IdealNarrowing = 0.4;
    private const double NarrowingTolerance = 0.35;

    public static bool TryDraw(in Boundaries lines, out PatternOutline outline)
    {
        GeometryFit fit = default;
        bool drawn = lines.LowerRise <= -Boundaries.Flat
            && lines.UpperRise < lines.LowerRise
            && fit.Accepts(lines.Narrowing - IdealNarrowing, NarrowingTolerance)
            && fit.Accepts(lines.TouchError, Boundaries.TouchTolerance * lines.Height);
        outline = lines.Outline(PatternShape.Wedge, fit.Score);
        return drawn;
    }
}
