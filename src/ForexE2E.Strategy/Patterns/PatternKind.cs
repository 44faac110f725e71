namespace ForexE2E.Strategy.Patterns;

/// <summary>The chart patterns looked for, named and defined after Bulkowski, Encyclopedia of Chart Patterns.</summary>
public enum PatternKind
{
    DoubleBottom,
    DoubleTop,
    TripleBottom,
    TripleTop,
    InverseHeadAndShoulders,
    HeadAndShoulders,
    AscendingTriangle,
    DescendingTriangle,

    /// <summary>Breaks either way.</summary>
    SymmetricTriangle,
    FallingWedge,
    RisingWedge,
    BullFlag,
    BearFlag,
    BullPennant,
    BearPennant,

    /// <summary>Breaks either way.</summary>
    Rectangle,

    /// <summary>Bullish: broken upwards.</summary>
    DescendingChannel,

    /// <summary>Bearish: broken downwards.</summary>
    AscendingChannel,
}
