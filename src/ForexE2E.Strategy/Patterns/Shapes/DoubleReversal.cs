using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Double bottom: after a fall, two lows at about one price with a peak between. Confirmed above the peak (Bulkowski).
/// </summary>
internal static class DoubleReversal
{
    private const double BottomTolerance = 0.2;
    private const double TimeTolerance = 0.6;
    private const double EntryShortfall = 0.1;

    public static bool TryDraw(in SwingView swings, out PatternOutline outline)
    {
        outline = default;
        if (!swings.NewestIsLow || swings.Connected < 3 || swings.Count < 4)
        {
            return false;
        }

        (double right, double peak, double left, double entry) = (swings.Price(0), swings.Price(1), swings.Price(2), swings.Price(3));
        double bottom = Math.Min(left, right);
        double height = peak - bottom;
        GeometryFit fit = default;
        bool drawn = swings.IsTall(height)
            && entry >= peak - (EntryShortfall * height)
            && fit.Accepts(right - left, BottomTolerance * height)
            && fit.Accepts(swings.Imbalance(0, 1, 2), TimeTolerance);
        outline = new PatternOutline(
            PatternShape.DoubleReversal,
            swings.Bar(2),
            swings.Bar(0),
            TrendLine.Horizontal(peak),
            TrendLine.Horizontal(bottom),
            bottom,
            height,
            fit.Score);
        return drawn;
    }
}
