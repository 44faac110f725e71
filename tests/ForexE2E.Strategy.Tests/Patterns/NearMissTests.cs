using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>What only resembles a pattern is none.</summary>
public sealed class NearMissTests
{
    [Fact]
    public void Two_lows_a_third_of_the_height_apart_are_no_double_bottom() =>
        Rejected(PatternKind.DoubleBottom, DrawnShapes.DoubleBottom.Ending(4, (48, 0.34), (60, 2.2)));

    [Fact]
    public void Two_lows_after_no_fall_are_no_double_bottom() =>
        Rejected(PatternKind.DoubleBottom, new Drawing { Corners = [(0, -1), (20, 0.5), (32, 0), (40, 1), (48, 0), (60, 2.2)] });

    [Fact]
    public void Two_lows_without_a_breakout_never_complete()
    {
        Scan scan = Scan.Of(DrawnShapes.DoubleBottom.Ending(5, (56, 0.9), (66, 0.5), (90, 0.5)).ToBars(), Scan.Plain);

        Assert.NotEqual(-1, scan.FirstBar(PatternKind.DoubleBottom));
        Assert.False(scan.SawAny(p => p.Kind == PatternKind.DoubleBottom && p.CompletedAt is not null));
    }

    [Fact]
    public void A_third_low_far_below_makes_no_triple_bottom() =>
        Rejected(PatternKind.TripleBottom, DrawnShapes.TripleBottom.Ending(6, (64, -0.5), (76, 2.2)));

    [Fact]
    public void A_head_no_lower_than_the_shoulders_makes_no_head_and_shoulders() =>
        Rejected(PatternKind.InverseHeadAndShoulders, DrawnShapes.TripleBottom);

    [Fact]
    public void Shoulders_of_unlike_depth_make_no_head_and_shoulders() =>
        Rejected(PatternKind.InverseHeadAndShoulders, DrawnShapes.InverseHeadAndShoulders.Ending(6, (64, 0.78), (76, 2.2)));

    [Fact]
    public void A_right_shoulder_far_away_makes_no_head_and_shoulders() =>
        Rejected(PatternKind.InverseHeadAndShoulders, DrawnShapes.InverseHeadAndShoulders.Ending(5, (66, 1.02), (92, 0.42), (106, 2.2)));

    [Fact]
    public void A_rising_top_makes_no_ascending_triangle() =>
        Rejected(PatternKind.AscendingTriangle, DrawnShapes.AscendingTriangle.Ending(4, (44, 1.4), (52, 0.7), (64, 2.6)));

    [Fact]
    public void Unlike_slopes_make_no_symmetric_triangle() =>
        Rejected(PatternKind.SymmetricTriangle, DrawnShapes.AscendingTriangle);

    [Fact]
    public void Parallel_lines_make_no_wedge() =>
        Rejected(PatternKind.FallingWedge, DrawnShapes.DescendingChannel);

    [Fact]
    public void Converging_lines_make_no_channel() =>
        Rejected(PatternKind.DescendingChannel, DrawnShapes.FallingWedge);

    [Fact]
    public void Sloping_lines_make_no_rectangle() =>
        Rejected(PatternKind.Rectangle, DrawnShapes.DescendingChannel);

    [Fact]
    public void A_pause_that_gives_back_most_of_the_pole_is_no_flag() =>
        Rejected(PatternKind.BullFlag, new Drawing { Corners = [(0, 0.5), (20, 0), (30, 1), (36, 0.4), (42, 0.7), (48, 0.2), (60, 2.2)] });

    [Fact]
    public void Parallel_lines_make_no_pennant() =>
        Rejected(PatternKind.BullPennant, DrawnShapes.BullFlag);

    [Fact]
    public void A_pole_slower_than_the_largest_leg_is_none() =>
        Rejected(PatternKind.BullFlag, new Drawing { Corners = [(0, 0.5), (20, 0), (38, 1), (44, 0.8), (50, 0.96), (56, 0.74), (68, 2.2)] });

    private static void Rejected(PatternKind kind, Drawing drawing) =>
        Assert.False(Scan.Of(drawing.ToBars(), Scan.Plain).SawAny(p => p.Kind == kind), $"{kind} was seen in what is none.");
}
