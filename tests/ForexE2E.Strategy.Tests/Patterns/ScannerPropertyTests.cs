using CsCheck;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Patterns.Backdrop;
using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>What holds on any prices.</summary>
public sealed class ScannerPropertyTests
{
    private static readonly PatternSettings Eager = Scan.Plain with { UseVolumeConfirmation = true, VolumeThreshold = 1.2, UseFalseBreakoutFilter = true };

    private static readonly Gen<PatternSettings> AnySettings =
        from smallest in Gen.Int[3, 10]
        from largest in Gen.Int[11, 30]
        from lookback in Gen.Int[20, 100]
        from age in Gen.Int[5, 50]
        from retest in Gen.Int[2, 8]
        from filters in Gen.Bool.Array[4]
        select new PatternSettings
        {
            ConfidenceThreshold = 0.5,
            SmallestLeg = smallest,
            LargestLeg = largest,
            LookbackBars = lookback,
            MaxAgeBars = age,
            RetestBars = retest,
            UseVolumeConfirmation = filters[0],
            UseFalseBreakoutFilter = filters[1],
            UseTimeframeAlignment = filters[2],
            UseMomentumConfirmation = filters[3],
            UseRegimeFilter = false,
        };

    [Fact]
    public void Mirrored_prices_give_mirrored_patterns() => Gen.Select(Gen.ULong, AnySettings).Sample((seed, settings) =>
    {
        Scan up = Scan.Of(RandomMarket.Walk(seed, 600), settings);
        Scan down = Scan.Of(RandomMarket.Walk(seed, 600, mirrored: true), settings);
        for (int bar = 0; bar < up.Alive.Length; bar++)
        {
            Assert.Equal(up.Alive[bar].Select(Mirror).ToHashSet(), [.. down.Alive[bar].Select(p => p with { Kind = default })]);
            Assert.Equal(-up.Readings[bar].SignedScore, down.Readings[bar].SignedScore);
        }
    }, iter: 40);

    [Fact]
    public void A_later_bar_changes_no_earlier_reading() => Gen.Select(Gen.ULong, AnySettings, Gen.Int[1, 599]).Sample((seed, settings, cut) =>
    {
        BarSeries bars = RandomMarket.Walk(seed, 600);
        Scan whole = Scan.Of(bars, settings);
        Scan part = Scan.Of(bars.Truncate(cut), settings);

        Assert.Equal(whole.Readings.Take(cut), part.Readings);
        Assert.Equal(whole.Alive.Take(cut), part.Alive);
    }, iter: 60);

    [Fact]
    public void A_scan_begun_later_says_the_same() => Gen.Select(Gen.ULong, AnySettings, Gen.Int[0, 599]).Sample((seed, settings, start) =>
    {
        BarSeries bars = RandomMarket.Walk(seed, 600);
        Scan whole = Scan.Of(bars, settings);
        PatternScanner scanner = new PatternGround(bars).Scan(settings);
        scanner.Start(start);
        for (int bar = start; bar < bars.Count; bar++)
        {
            Assert.Equal(whole.Readings[bar], scanner.Advance(bar, Regime.Global));
        }
    }, iter: 60);

    [Fact]
    public void Levels_lie_in_order_and_nothing_is_undefined() => Gen.Select(Gen.ULong, AnySettings).Sample((seed, settings) =>
    {
        foreach (ChartPattern pattern in Scan.Of(RandomMarket.Walk(seed, 600), settings).Alive.SelectMany(a => a))
        {
            int sign = (int)pattern.Direction;
            Assert.True(sign * pattern.TargetPoints > sign * pattern.LevelPoints);
            Assert.True(sign * pattern.StopPoints < sign * pattern.LevelPoints);
            Assert.True(pattern.FirstPivotBar < pattern.LastPivotBar && (pattern.CompletedAt ?? int.MaxValue) > pattern.LastPivotBar);
            Assert.InRange(pattern.Quality.Geometry, 0.5, 1);
            Assert.InRange(pattern.Quality.SupportResistance, 0, 1);
            Assert.InRange(pattern.Quality.Trend, 0, 1);
            Assert.InRange(pattern.Quality.Total, 0, 1);
        }
    }, iter: 40);

    [Fact]
    public void Advancing_allocates_nothing()
    {
        BarSeries bars = RandomMarket.Walk(1, 3000);
        PatternScanner scanner = new PatternGround(bars).Scan(Eager);
        ScanAll(scanner, bars.Count);
        scanner.Start(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ScanAll(scanner, bars.Count);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Bars_out_of_turn_and_columns_of_other_bars_are_refused()
    {
        BarSeries bars = RandomMarket.Walk(1, 100);
        PatternScanner scanner = new PatternGround(bars).Scan(Eager);
        scanner.Advance(0, Regime.Global);

        Assert.Contains("Bar 1 is due", Assert.Throws<ArgumentException>(() => scanner.Advance(2, Regime.Global)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PatternScanner(bars, PatternBackdrop.Of(bars.Truncate(50)), SwingTrail.Of(bars, 5), Eager));
        Assert.Throws<ArgumentException>(() => new PatternScanner(bars, PatternBackdrop.Of(bars), SwingTrail.Of(bars, 6), Eager));
    }

    [Fact]
    public void Trials_on_the_same_bars_share_what_no_parameter_of_theirs_changes()
    {
        PatternGround ground = new(RandomMarket.Walk(1, 100));

        Assert.Same(ground.Backdrop, ground.Backdrop);
        Assert.Same(ground.Trail(5), ground.Trail(5));
        Assert.NotSame(ground.Trail(5), ground.Trail(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => ground.Trail(0));
    }

    private static void ScanAll(PatternScanner scanner, int count)
    {
        for (int bar = 0; bar < count; bar++)
        {
            scanner.Advance(bar, Regime.Global);
        }
    }

    private static ChartPattern Mirror(ChartPattern pattern) => pattern with
    {
        Kind = default,
        Direction = (Side)(-(int)pattern.Direction),
        LevelPoints = (2 * RandomMarket.Middle) - pattern.LevelPoints,
        TargetPoints = (2 * RandomMarket.Middle) - pattern.TargetPoints,
        StopPoints = (2 * RandomMarket.Middle) - pattern.StopPoints,
    };
}
