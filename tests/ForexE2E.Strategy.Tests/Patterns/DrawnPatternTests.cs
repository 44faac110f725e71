using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>Every pattern is found where a textbook draws it, whatever its size, its side and some noise.</summary>
public sealed class DrawnPatternTests
{
    public static TheoryData<int> Shapes => [.. Enumerable.Range(0, DrawnShapes.All.Count)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_drawn_pattern_is_found_and_completes_upwards(int shape)
    {
        (PatternKind kind, _, Drawing drawing) = DrawnShapes.All[shape];
        Scan scan = Scan.Of(drawing.ToBars(), Scan.Plain);

        ChartPattern pattern = scan.Completed(kind);
        Assert.Equal(Side.Long, pattern.Direction);
        Assert.InRange(pattern.Quality.Geometry, 0.8, 1);
        Assert.InRange(pattern.CompletedAt!.Value, drawing.Corners[^2].Bar + 1, drawing.Corners[^1].Bar);
        Assert.Contains(scan.Readings, r => r.Direction == Side.Long);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Turned_upside_down_it_is_its_bearish_twin(int shape)
    {
        (PatternKind bullish, PatternKind bearish, Drawing drawing) = DrawnShapes.All[shape];
        ChartPattern up = Scan.Of(drawing.ToBars(), Scan.Plain).Completed(bullish);
        ChartPattern down = Scan.Of((drawing with { Mirrored = true }).ToBars(), Scan.Plain).Completed(bearish);

        Assert.Equal(Side.Short, down.Direction);
        Assert.Equal(up.Quality, down.Quality);
        Assert.Equal(up.HeightPoints, down.HeightPoints);
        Assert.Equal(up.CompletedAt, down.CompletedAt);
        Assert.Equal(220_000, up.LevelPoints + down.LevelPoints);
        Assert.Equal(220_000, up.TargetPoints + down.TargetPoints);
        Assert.Equal(220_000, up.StopPoints + down.StopPoints);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void At_ten_times_the_price_it_is_the_same_pattern_ten_times_as_high(int shape)
    {
        (PatternKind kind, _, Drawing drawing) = DrawnShapes.All[shape];
        ChartPattern small = Scan.Of(drawing.ToBars(), Scan.Plain).Completed(kind);
        ChartPattern large = Scan.Of((drawing with { Scale = 10 }).ToBars(), Scan.Plain).Completed(kind);

        Assert.Equal(10 * small.HeightPoints, large.HeightPoints, 6);
        Assert.Equal(small.Quality.Total, large.Quality.Total, 9);
        Assert.Equal(small.CompletedAt, large.CompletedAt);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Drawn_half_as_high_it_is_still_found(int shape)
    {
        (PatternKind kind, _, Drawing drawing) = DrawnShapes.All[shape];

        Assert.True(Scan.Of((drawing with { Height = 100 }).ToBars(), Scan.Plain).Saw(kind, Side.Long));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Noise_of_a_few_percent_of_its_height_hides_it_seldom(int shape)
    {
        (PatternKind kind, _, Drawing drawing) = DrawnShapes.All[shape];
        // A flag is a fifth as high as its pole, which is its height here.
        double noise = kind is PatternKind.BullFlag or PatternKind.BullPennant ? 0.015 : 0.03;
        int found = Enumerable.Range(1, 40).Count(seed =>
            Scan.Of((drawing with { Noise = noise, Seed = (ulong)seed }).ToBars(), Scan.Plain).Saw(kind, Side.Long));

        Assert.InRange(found, 30, 40);
    }
}
