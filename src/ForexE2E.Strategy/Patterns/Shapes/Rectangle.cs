namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>Rectangle: flat top and flat bottom. Confirmed outside (Bulkowski).</summary>
internal static class Rectangle
{
    public static bool TryDraw(in Boundaries lines, out PatternOutline outline)
    {
        GeometryFit fit = default;
        bool drawn = fit.Accepts(lines.UpperRise, Boundaries.Flat)
            && fit.Accepts(lines.LowerRise, Boundaries.Flat)
            && fit.Accepts(lines.TouchError, Boundaries.TouchTolerance * lines.Height);
        outline = lines.Outline(PatternShape.Rectangle, fit.Score);
        return drawn;
    }
}
