using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>What a shape is called when it breaks up or down, and whether it turns a trend.</summary>
internal static class PatternShapes
{
    public const int Count = 10;

    /// <summary>Reversals end a trend; all others are breakouts from a pause.</summary>
    public static bool IsReversal(this PatternShape shape) =>
        shape is PatternShape.DoubleReversal or PatternShape.TripleReversal or PatternShape.HeadAndShoulders;

    public static PatternKind Named(this PatternShape shape, Side direction) => (shape, direction) switch
    {
        (PatternShape.DoubleReversal, Side.Long) => PatternKind.DoubleBottom,
        (PatternShape.DoubleReversal, _) => PatternKind.DoubleTop,
        (PatternShape.TripleReversal, Side.Long) => PatternKind.TripleBottom,
        (PatternShape.TripleReversal, _) => PatternKind.TripleTop,
        (PatternShape.HeadAndShoulders, Side.Long) => PatternKind.InverseHeadAndShoulders,
        (PatternShape.HeadAndShoulders, _) => PatternKind.HeadAndShoulders,
        (PatternShape.RightAngleTriangle, Side.Long) => PatternKind.AscendingTriangle,
        (PatternShape.RightAngleTriangle, _) => PatternKind.DescendingTriangle,
        (PatternShape.SymmetricTriangle, _) => PatternKind.SymmetricTriangle,
        (PatternShape.Wedge, Side.Long) => PatternKind.FallingWedge,
        (PatternShape.Wedge, _) => PatternKind.RisingWedge,
        (PatternShape.Flag, Side.Long) => PatternKind.BullFlag,
        (PatternShape.Flag, _) => PatternKind.BearFlag,
        (PatternShape.Pennant, Side.Long) => PatternKind.BullPennant,
        (PatternShape.Pennant, _) => PatternKind.BearPennant,
        (PatternShape.Rectangle, _) => PatternKind.Rectangle,
        (PatternShape.Channel, Side.Long) => PatternKind.DescendingChannel,
        _ => PatternKind.AscendingChannel,
    };
}
