using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>A pattern's life from its last pivot to its end, told on a double bottom: bottoms at bars 32 and 48, neck at 1.</summary>
public sealed class LifecycleTests
{
    private const PatternKind Kind = PatternKind.DoubleBottom;

    /// <summary>The neck is broken at bar 55, the price drifts on without coming back.</summary>
    private static readonly Drawing Away = DrawnShapes.DoubleBottom.Ending(5, (55, 1.1), (60, 1.6), (95, 1.7));

    /// <summary>The neck is broken at bar 55 and tested at bar 57.</summary>
    private static readonly Drawing Retested = DrawnShapes.DoubleBottom.Ending(5, (55, 1.15), (57, 1.02), (62, 1.3), (95, 1.4));

    [Fact]
    public void A_pattern_is_known_only_when_its_last_pivot_is() =>
        Assert.Equal(48 + ((Scan.Plain.SmallestLeg + 1) / 2), Scan.Of(Away.ToBars(), Scan.Plain).FirstBar(Kind));

    [Fact]
    public void The_first_close_above_the_neck_completes_it()
    {
        ChartPattern pattern = Scan.Of(Away.ToBars(), Scan.Plain).Completed(Kind);

        Assert.Equal(55, pattern.CompletedAt);
        Assert.Equal(Drawing.PriceOf(1) + 1, pattern.LevelPoints);
    }

    [Fact]
    public void A_breakout_before_the_pivot_was_known_counts_from_its_own_bar_but_is_told_later()
    {
        Drawing early = DrawnShapes.DoubleBottom.Ending(5, (50, 1.1), (60, 1.6), (95, 1.7));
        Scan scan = Scan.Of(early.ToBars(), Scan.Plain);

        Assert.Equal(50, scan.Completed(Kind).CompletedAt);
        Assert.Equal(51, scan.Acting(Kind)[0]);
    }

    [Theory]
    [InlineData(150, false)]
    [InlineData(151, true)]
    public void The_breakout_volume_must_exceed_the_threshold(int volume, bool completes)
    {
        Drawing drawing = Away with { Volume = bar => bar == 55 ? volume : 100 };
        Scan scan = Scan.Of(drawing.ToBars(), Scan.Plain with { UseVolumeConfirmation = true, VolumeThreshold = 1.5 });

        Assert.Equal(completes, scan.Acting(Kind).Length > 0);
    }

    [Fact]
    public void Without_volume_its_confirmation_is_dead()
    {
        Scan scan = Scan.Of(Away.ToBars(), Scan.Plain with { UseVolumeConfirmation = true });

        Assert.Equal(55, scan.Acting(Kind)[0]);
        Assert.Null(scan.Completed(Kind).Quality.Volume);
    }

    [Fact]
    public void A_retest_lets_it_act_from_the_bar_that_came_back_and_held() =>
        Assert.Equal(57, Scan.Of(Retested.ToBars(), Scan.Plain with { UseFalseBreakoutFilter = true }).Acting(Kind)[0]);

    [Fact]
    public void Without_a_retest_in_time_it_never_acts()
    {
        Assert.Empty(Scan.Of(Away.ToBars(), Scan.Plain with { UseFalseBreakoutFilter = true, RetestBars = 8 }).Acting(Kind));
        Assert.Empty(Scan.Of(
            DrawnShapes.DoubleBottom.Ending(5, (55, 1.15), (57, 1.3), (61, 1.02), (95, 1.4)).ToBars(),
            Scan.Plain with { UseFalseBreakoutFilter = true, RetestBars = 3 }).Acting(Kind));
    }

    [Fact]
    public void A_close_back_inside_is_a_false_breakout()
    {
        Drawing failed = DrawnShapes.DoubleBottom.Ending(5, (55, 1.15), (57, 0.8), (58, 1.05), (95, 1.4));
        Scan scan = Scan.Of(failed.ToBars(), Scan.Plain with { UseFalseBreakoutFilter = true, RetestBars = 8 });

        Assert.Empty(scan.Acting(Kind));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void It_acts_until_it_is_too_old(int age)
    {
        int[] acting = Scan.Of(Away.ToBars(), Scan.Plain with { MaxAgeBars = age }).Acting(Kind);

        Assert.Equal(Enumerable.Range(55, age + 1), acting);
    }

    [Fact]
    public void It_ends_where_its_target_is_reached()
    {
        Drawing reaches = DrawnShapes.DoubleBottom.Ending(5, (55, 1.1), (65, 2.1), (70, 1.5), (95, 1.5));
        Scan scan = Scan.Of(reaches.ToBars(), Scan.Plain with { TargetMultiplier = 1 });

        Assert.Equal(Enumerable.Range(55, 10), scan.Acting(Kind));
    }

    [Fact]
    public void A_close_beyond_the_technical_stop_ends_it()
    {
        Drawing fails = DrawnShapes.DoubleBottom.Ending(5, (55, 1.1), (60, 0.6), (64, 0.3), (95, 0.4));
        int[] acting = Scan.Of(fails.ToBars(), Scan.Plain with { StopMultiplier = 0.5 }).Acting(Kind);

        Assert.Equal(Enumerable.Range(55, 7), acting);
    }

    [Fact]
    public void A_close_below_its_floor_ends_it_before_the_breakout()
    {
        Drawing broken = DrawnShapes.DoubleBottom.Ending(5, (54, 0.3), (56, -0.2), (60, 1.3), (80, 1.4));

        Assert.DoesNotContain(Scan.Of(broken.ToBars(), Scan.Plain).Alive.Skip(56).SelectMany(a => a), p => p.Kind == Kind && p.LastPivotBar == 48);
    }

    [Fact]
    public void A_breakout_later_than_the_largest_leg_is_not_its_own()
    {
        Drawing late = DrawnShapes.DoubleBottom.Ending(5, (56, 0.8), (63, 0.9), (64, 1.2), (80, 1.4));

        Assert.False(Scan.Of(late.ToBars(), Scan.Plain).SawAny(p => p.Kind == Kind && p.CompletedAt is not null));
        Assert.Equal(64, Scan.Of(late.ToBars(), Scan.Plain with { LargestLeg = 16 }).Completed(Kind).CompletedAt);
    }

    [Fact]
    public void Distances_are_multiples_of_the_height()
    {
        PatternSettings settings = Scan.Plain with { TargetMultiplier = 2.5, StopMultiplier = 0.5, TrailingActivation = 0.6, TrailingStep = 0.1 };
        PatternReading reading = Scan.Of(Away.ToBars(), settings).Readings[55];

        Assert.Equal(202, reading.HeightPoints); // 200 and a point of wick at either end
        Assert.Equal(505, reading.TargetDistance);
        Assert.Equal(101, reading.StopDistance);
        Assert.Equal(reading.LevelPoints - 101, reading.InvalidationPoints);
        Assert.Equal(303, reading.TrailingActivationDistance);
        Assert.Equal(50, reading.TrailingStepDistance);
    }

    [Fact]
    public void A_pattern_below_the_threshold_does_not_act()
    {
        double quality = Scan.Of(Away.ToBars(), Scan.Plain).Completed(Kind).Quality.Total;

        Assert.NotEmpty(Scan.Of(Away.ToBars(), Scan.Plain with { ConfidenceThreshold = quality }).Acting(Kind));
        Assert.Empty(Scan.Of(Away.ToBars(), Scan.Plain with { ConfidenceThreshold = Math.BitIncrement(quality) }).Acting(Kind));
    }

    [Fact]
    public void A_pattern_that_acts_is_blended_with_the_ensemble_by_its_weight()
    {
        PatternReading reading = new() { Direction = Side.Short, Score = 0.8 };

        Assert.Equal((0.75 * 0.4) - (0.25 * 0.8), reading.BlendWith(0.4, 0.25), 12);
        Assert.Equal(0.4, default(PatternReading).BlendWith(0.4, 0.25));
    }
}
