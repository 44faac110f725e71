using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Triple bottom: after a fall, three lows at about one price with two peaks between. Confirmed above the higher peak
/// (Bulkowski).
/// </summary>
internal static class TripleReversal
{
    private const double BottomTolerance = 0.25;
    private const double PeakTolerance = 0.35;
    private const double TimeTolerance = 0.6;
    private const double EntryShortfall = 0.1;

    public static bool TryDraw(in SwingView swings, out PatternOutline outline)
    {
        outline = default;
        if (!swings.NewestIsLow || swings.Connected < 5 || swings.Count < 6)
        {
            return false;
        }

        (double right, double middle, double left) = (swings.Price(0), swings.Price(2), swings.Price(4));
        double bottom = Math.Min(right, Math.Min(middle, left));
        double highestBottom = Math.Max(right, Math.Max(middle, left));
        double peak = Math.Max(swings.Price(1), swings.Price(3));
        double height = peak - bottom;
        GeometryFit fit = default;
        bool drawn = swings.IsTall(height)
            && swings.Price(5) >= swings.Price(3) - (EntryShortfall * height)
            && fit.Accepts(highestBottom - bottom, BottomTolerance * height)
            && fit.Accepts(swings.Price(1) - swings.Price(3), PeakTolerance * height)
            && fit.Accepts(swings.Imbalance(0, 2, 4), TimeTolerance);
        outline = new PatternOutline(
            PatternShape.TripleReversal,
            swings.Bar(4),
            swings.Bar(0),
            TrendLine.Horizontal(peak),
            TrendLine.Horizontal(bottom),
            bottom,
            height,
            fit.Score);
        return drawn;
    }
}
