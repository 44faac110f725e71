using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Patterns;

/// <summary>A chart pattern as it is known at some bar's close. Prices in points.</summary>
/// <param name="Direction">The side its breakout asks for.</param>
/// <param name="FirstPivotBar">Bar of its oldest pivot.</param>
/// <param name="LastPivotBar">Bar of its newest pivot.</param>
/// <param name="CompletedAt">Bar whose close broke out; null while forming.</param>
/// <param name="HeightPoints">The measure of target and stop: mouth of a triangle, depth of a bottom, pole of a flag.</param>
/// <param name="LevelPoints">Price that was (completed) or has to be (forming, at the bar asked) broken.</param>
/// <param name="TargetPoints">Level and target multiplier x height; the pattern is fulfilled there.</param>
/// <param name="StopPoints">Technical stop: level less stop multiplier x height; a close beyond it invalidates.</param>
/// <param name="Quality">Geometry and support only while forming; the rest is known at the breakout.</param>
public readonly record struct ChartPattern(
    PatternKind Kind,
    Side Direction,
    PatternStage Stage,
    int FirstPivotBar,
    int LastPivotBar,
    int? CompletedAt,
    double HeightPoints,
    int LevelPoints,
    int TargetPoints,
    int StopPoints,
    PatternQuality Quality);
