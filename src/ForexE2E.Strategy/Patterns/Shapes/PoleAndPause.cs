using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// A steep leg up, the pole, and the four pivots after it that give little of it back: what flags and pennants share.
/// </summary>
/// <param name="Pole">Height of the pole, points.</param>
/// <param name="Retraced">Share of the pole given back at most.</param>
internal readonly record struct PoleAndPause(TrendLine Upper, TrendLine Lower, int PoleBar, int TopBar, int LastBar, double PoleBase, double Pole, double Retraced)
{
    /// <summary>Least pole in average true ranges: it must stand out of the noise more than other patterns.</summary>
    private const double LeastPole = 3;

    private const double IdealRetraced = 0.3;
    private const double RetraceTolerance = 0.32;
    private const double MostOvershoot = 0.1;
    private const double DeepestClose = 0.7;

    /// <summary>Width of the pause at its first top.</summary>
    public double WidthAtStart => Upper.At(TopBar) - Lower.At(TopBar);

    /// <summary>Width at its last low.</summary>
    public double WidthAtEnd => Upper.At(LastBar) - Lower.At(LastBar);

    public static bool TryDraw(in SwingView swings, out PoleAndPause pause)
    {
        pause = default;
        if (!swings.NewestIsLow || swings.Connected < 5)
        {
            return false;
        }

        (double low, double top, double firstLow, double firstTop, double start) =
            (swings.Price(0), swings.Price(1), swings.Price(2), swings.Price(3), swings.Price(4));
        double pole = firstTop - start;
        pause = new PoleAndPause(
            TrendLine.Through(swings.Bar(3), firstTop, swings.Bar(1), top),
            TrendLine.Through(swings.Bar(2), firstLow, swings.Bar(0), low),
            swings.Bar(4),
            swings.Bar(3),
            swings.Bar(0),
            start,
            pole,
            (firstTop - Math.Min(low, firstLow)) / pole);
        return pole > 0 && pole >= LeastPole * swings.Atr && top - firstTop <= MostOvershoot * pole
            && pause.WidthAtStart > 0 && pause.WidthAtEnd > 0;
    }

    /// <summary>Whether so much of the pole was kept, recording how well.</summary>
    public bool KeepsThePole(ref GeometryFit fit) => fit.Accepts(Retraced - IdealRetraced, RetraceTolerance);

    public PatternOutline Outline(PatternShape shape, double fit) => new(
        shape,
        PoleBar,
        LastBar,
        Upper,
        TrendLine.Horizontal(PoleBase + ((1 - DeepestClose) * Pole)),
        PoleBase + ((1 - Retraced) * Pole),
        Pole,
        fit);
}
