using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>One drawing of every bullish pattern, as a textbook draws it; mirrored they are the bearish ones.</summary>
internal static class DrawnShapes
{
    public static readonly Drawing DoubleBottom = Of((0, 0.6), (20, 1.6), (32, 0), (40, 1), (48, 0.04), (60, 2.2));
    public static readonly Drawing TripleBottom = Of((0, 0.6), (20, 1.6), (32, 0), (40, 1), (48, 0.05), (56, 0.95), (64, 0.02), (76, 2.2));
    public static readonly Drawing InverseHeadAndShoulders = Of((0, 0.6), (20, 1.6), (32, 0.4), (40, 1), (48, 0), (56, 1.02), (64, 0.42), (76, 2.2));
    public static readonly Drawing AscendingTriangle = Of((0, 0.8), (20, 0), (28, 1), (36, 0.35), (44, 1), (52, 0.7), (64, 2.2));
    public static readonly Drawing SymmetricTriangle = Of((0, 0.8), (20, 0), (28, 0.95), (36, 0.2), (44, 0.75), (52, 0.4), (64, 2));
    public static readonly Drawing FallingWedge = Of((0, 1), (20, 0), (28, 0.9), (36, -0.25), (44, 0.2), (52, -0.5), (64, 1.6));
    public static readonly Drawing BullFlag = Of((0, 0.5), (20, 0), (30, 1), (36, 0.8), (42, 0.96), (48, 0.74), (60, 2.2));
    public static readonly Drawing BullPennant = Of((0, 0.5), (20, 0), (30, 1), (36, 0.7), (42, 0.92), (48, 0.8), (60, 2.2));
    public static readonly Drawing Rectangle = Of((0, 1.2), (20, 0), (28, 1), (36, 0.03), (44, 0.98), (52, 0), (64, 2.2));
    public static readonly Drawing DescendingChannel = Of((0, 1), (20, 0), (28, 0.8), (36, -0.4), (44, 0.4), (52, -0.8), (68, 1.2));

    public static readonly IReadOnlyList<(PatternKind Bullish, PatternKind Bearish, Drawing Drawing)> All =
    [
        (PatternKind.DoubleBottom, PatternKind.DoubleTop, DoubleBottom),
        (PatternKind.TripleBottom, PatternKind.TripleTop, TripleBottom),
        (PatternKind.InverseHeadAndShoulders, PatternKind.HeadAndShoulders, InverseHeadAndShoulders),
        (PatternKind.AscendingTriangle, PatternKind.DescendingTriangle, AscendingTriangle),
        (PatternKind.SymmetricTriangle, PatternKind.SymmetricTriangle, SymmetricTriangle),
        (PatternKind.FallingWedge, PatternKind.RisingWedge, FallingWedge),
        (PatternKind.BullFlag, PatternKind.BearFlag, BullFlag),
        (PatternKind.BullPennant, PatternKind.BearPennant, BullPennant),
        (PatternKind.Rectangle, PatternKind.Rectangle, Rectangle),
        (PatternKind.DescendingChannel, PatternKind.AscendingChannel, DescendingChannel),
    ];

    private static Drawing Of(params (int Bar, double Level)[] corners) => new() { Corners = corners };
}
