namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// A drawn shape in the bullish reading: prices in points from an anchor, negated for the bearish twin.
/// </summary>
/// <param name="FirstBar">Bar of the oldest pivot that belongs to it.</param>
/// <param name="LastBar">Bar of the newest pivot.</param>
/// <param name="Ceiling">A close above it is the breakout.</param>
/// <param name="Floor">A close below it, before the breakout, ends it.</param>
/// <param name="Base">Its lowest price, where support is looked for.</param>
/// <param name="Height">Measure of target and stop, points.</param>
/// <param name="Fit">Geometry, 0 to 1.</param>
internal readonly record struct PatternOutline(
    PatternShape Shape,
    int FirstBar,
    int LastBar,
    TrendLine Ceiling,
    TrendLine Floor,
    double Base,
    double Height,
    double Fit);
