namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>What a detector looks for, always drawn so that it breaks upwards; negated prices give the bearish twin.</summary>
internal enum PatternShape
{
    DoubleReversal,
    TripleReversal,
    HeadAndShoulders,
    RightAngleTriangle,
    SymmetricTriangle,
    Wedge,
    Flag,
    Pennant,
    Rectangle,
    Channel,
}
