namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Bull pennant: a steep pole, then a small triangle with falling top and rising bottom. Confirmed above the top; the
/// measure is the pole (Bulkowski).
/// </summary>
internal static class Pennant
{
    private const double IdealNarrowing = 0.3;
    private const double NarrowingTolerance = 0.35;

    public static bool TryDraw(in PoleAndPause pause, out PatternOutline outline)
    {
        GeometryFit fit = default;
        bool drawn = pause.Upper.Slope < 0
            && pause.Lower.Slope > 0
            && pause.KeepsThePole(ref fit)
            && fit.Accepts((pause.WidthAtEnd / pause.WidthAtStart) - IdealNarrowing, NarrowingTolerance);
        outline = pause.Outline(PatternShape.Pennant, fit.Score);
        return drawn;
    }
}
