using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// The two lines that hold the five newest pivots: through two of them on one side, the least squares line of three on the
/// other (five touches, three and two, as Bulkowski asks). Slopes are rises over the pattern's length in heights, so that
/// neither price nor time scale matters.
/// </summary>
internal readonly record struct Boundaries(TrendLine Upper, TrendLine Lower, int FirstBar, int LastBar, double Base)
{
    /// <summary>Touches that make two boundaries.</summary>
    public const int Touches = 5;

    /// <summary>Most the third touch may lie off its line, in heights.</summary>
    public const double TouchTolerance = 0.15;

    /// <summary>Rises of at most this count as flat, of at least this as sloping.</summary>
    public const double Flat = 0.2;

    private const double FloorMargin = 0.1;

    public double WidthAtStart => Upper.At(FirstBar) - Lower.At(FirstBar);

    public double WidthAtEnd => Upper.At(LastBar) - Lower.At(LastBar);

    /// <summary>The wider end: the mouth of a triangle, the width of a channel.</summary>
    public double Height => Math.Max(WidthAtStart, WidthAtEnd);

    /// <summary>Off-line distance of the middle one of the three touches, points.</summary>
    public double TouchError { get; private init; }

    /// <summary>Rise of the upper line over the pattern, in heights.</summary>
    public double UpperRise => Upper.Slope * (LastBar - FirstBar) / Height;

    /// <summary>Rise of the lower line over the pattern, in heights.</summary>
    public double LowerRise => Lower.Slope * (LastBar - FirstBar) / Height;

    /// <summary>Width at the end over width at the start: below one the lines converge.</summary>
    public double Narrowing => WidthAtEnd / WidthAtStart;

    /// <summary>Draws the lines; false when there are too few pivots, the lines have crossed, or all is noise.</summary>
    public static bool TryDraw(in SwingView swings, out Boundaries boundaries)
    {
        boundaries = default;
        if (swings.Connected < Touches)
        {
            return false;
        }

        TrendLine three = LeastSquares(swings, out double error);
        TrendLine two = TrendLine.Through(swings.Bar(3), swings.Price(3), swings.Bar(1), swings.Price(1));
        double lowest = swings.NewestIsLow
            ? Math.Min(swings.Price(0), Math.Min(swings.Price(2), swings.Price(4)))
            : Math.Min(swings.Price(1), swings.Price(3));
        (TrendLine upper, TrendLine lower) = swings.NewestIsLow ? (two, three) : (three, two);
        boundaries = new Boundaries(upper, lower, swings.Bar(4), swings.Bar(0), lowest) { TouchError = error };
        return boundaries.WidthAtStart > 0 && boundaries.WidthAtEnd > 0 && swings.IsTall(boundaries.Height);
    }

    /// <summary>The lines as a pattern that breaks above the upper one.</summary>
    public PatternOutline Outline(PatternShape shape, double fit) =>
        new(shape, FirstBar, LastBar, Upper, Lower.Shifted(-FloorMargin * Height), Base, Height, fit);

    private static TrendLine LeastSquares(in SwingView swings, out double greatestError)
    {
        int origin = swings.Bar(4);
        double x1 = swings.Bar(2) - origin;
        double x2 = swings.Bar(0) - origin;
        (double y0, double y1, double y2) = (swings.Price(4), swings.Price(2), swings.Price(0));
        double meanX = (x1 + x2) / 3;
        double meanY = (y0 + y1 + y2) / 3;
        double spread = (meanX * meanX) + ((x1 - meanX) * (x1 - meanX)) + ((x2 - meanX) * (x2 - meanX));
        double slope = ((-meanX * (y0 - meanY)) + ((x1 - meanX) * (y1 - meanY)) + ((x2 - meanX) * (y2 - meanY))) / spread;
        TrendLine line = new(origin, meanY - (slope * meanX), slope);
        // With three points the middle one's residual is the greatest: the outer two share it out between them.
        greatestError = Math.Abs(y1 - line.At(swings.Bar(2)));
        return line;
    }
}
