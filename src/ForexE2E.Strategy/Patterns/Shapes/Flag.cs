namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Bull flag: a steep pole, then a pause between parallel lines that drift sideways or against it. Confirmed above the
/// flag; the measure is the pole (Bulkowski).
/// </summary>
internal static class Flag
{
    private const double ParallelTolerance = 0.35;
    private const double IdealDrift = -0.15;
    private const double DriftTolerance = 0.3;

    public static bool TryDraw(in PoleAndPause pause, out PatternOutline outline)
    {
        int length = pause.LastBar - pause.TopBar;
        double drift = (pause.Upper.Slope + pause.Lower.Slope) / 2 * length / pause.Pole;
        GeometryFit fit = default;
        bool drawn = pause.KeepsThePole(ref fit)
            && fit.Accepts((pause.WidthAtEnd - pause.WidthAtStart) / pause.WidthAtStart, ParallelTolerance)
            && fit.Accepts(drift - IdealDrift, DriftTolerance);
        outline = pause.Outline(PatternShape.Flag, fit.Score);
        return drawn;
    }
}
