namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>Ascending triangle: flat top, rising bottom. Confirmed above the top (Bulkowski).</summary>
internal static class RightAngleTriangle
{
    private const double LeastRise = 0.25;

    public static bool TryDraw(in Boundaries lines, out PatternOutline outline)
    {
        GeometryFit fit = default;
        bool drawn = lines.LowerRise >= LeastRise
            && fit.Accepts(lines.UpperRise, Boundaries.Flat)
            && fit.Accepts(lines.TouchError, Boundaries.TouchTolerance * lines.Height);
        outline = lines.Outline(PatternShape.RightAngleTriangle, fit.Score);
        return drawn;
    }
}
