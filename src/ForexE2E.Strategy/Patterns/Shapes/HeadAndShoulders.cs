using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Inverse head and shoulders: after a fall, three lows of which the middle one is clearly the lowest, the outer two at
/// about one price and time from it. Confirmed above the neckline through the two peaks, which may slope (Bulkowski; the
/// five extrema of Lo, Mamaysky and Wang 2000).
/// </summary>
internal static class HeadAndShoulders
{
    private const double LeastHead = 0.2;
    private const double LeastShoulder = 0.2;
    private const double ShoulderTolerance = 0.25;
    private const double NeckTolerance = 0.3;
    private const double TimeTolerance = 0.6;
    private const double EntryShortfall = 0.2;

    public static bool TryDraw(in SwingView swings, out PatternOutline outline)
    {
        outline = default;
        if (!swings.NewestIsLow || swings.Connected < 5 || swings.Count < 6)
        {
            return false;
        }

        (double right, double head, double left) = (swings.Price(0), swings.Price(2), swings.Price(4));
        TrendLine neck = TrendLine.Through(swings.Bar(3), swings.Price(3), swings.Bar(1), swings.Price(1));
        double height = neck.At(swings.Bar(2)) - head;
        GeometryFit fit = default;
        bool drawn = swings.IsTall(height)
            && Math.Min(left, right) - head >= LeastHead * height
            && neck.At(swings.Bar(0)) - right >= LeastShoulder * height
            && neck.At(swings.Bar(4)) - left >= LeastShoulder * height
            && swings.Price(5) >= swings.Price(3) - (EntryShortfall * height)
            && fit.Accepts(right - left, ShoulderTolerance * height)
            && fit.Accepts(swings.Price(1) - swings.Price(3), NeckTolerance * height)
            && fit.Accepts(swings.Imbalance(0, 2, 4), TimeTolerance);
        outline = new PatternOutline(
            PatternShape.HeadAndShoulders,
            swings.Bar(4),
            swings.Bar(0),
            neck,
            TrendLine.Horizontal(head),
            head,
            height,
            fit.Score);
        return drawn;
    }
}
