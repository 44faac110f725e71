namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>Descending channel: two falling parallel lines. Confirmed above the top, which ends the fall (Bulkowski).</summary>
internal static class Channel
{
    private const double LeastFall = 0.3;
    private const double ParallelTolerance = 0.25;

    public static bool TryDraw(in Boundaries lines, out PatternOutline outline)
    {
        GeometryFit fit = default;
        bool drawn = (lines.UpperRise + lines.LowerRise) / 2 <= -LeastFall
            && fit.Accepts(lines.UpperRise - lines.LowerRise, ParallelTolerance)
            && fit.Accepts(lines.TouchError, Boundaries.TouchTolerance * lines.Height);
        outline = lines.Outline(PatternShape.Channel, fit.Score);
        return drawn;
    }
}
