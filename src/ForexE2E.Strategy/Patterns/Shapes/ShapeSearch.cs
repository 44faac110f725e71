using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>Shows the newest pivots to every detector.</summary>
internal static class ShapeSearch
{
    /// <summary>Writes what was found to <paramref name="found"/> (room for <see cref="PatternShapes.Count"/>) and returns how many.</summary>
    public static int Find(in SwingView swings, Span<PatternOutline> found)
    {
        int count = 0;
        count += DoubleReversal.TryDraw(swings, out found[count]) ? 1 : 0;
        count += TripleReversal.TryDraw(swings, out found[count]) ? 1 : 0;
        count += HeadAndShoulders.TryDraw(swings, out found[count]) ? 1 : 0;
        if (PoleAndPause.TryDraw(swings, out PoleAndPause pause))
        {
            count += Flag.TryDraw(pause, out found[count]) ? 1 : 0;
            count += Pennant.TryDraw(pause, out found[count]) ? 1 : 0;
        }

        if (Boundaries.TryDraw(swings, out Boundaries lines))
        {
            count += RightAngleTriangle.TryDraw(lines, out found[count]) ? 1 : 0;
            count += SymmetricTriangle.TryDraw(lines, out found[count]) ? 1 : 0;
            count += Wedge.TryDraw(lines, out found[count]) ? 1 : 0;
            count += Rectangle.TryDraw(lines, out found[count]) ? 1 : 0;
            count += Channel.TryDraw(lines, out found[count]) ? 1 : 0;
        }

        return count;
    }
}
