using CsCheck;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>Pivots: where they lie and when one may know of them.</summary>
public sealed class SwingTrailTests
{
    [Fact]
    public void The_corners_of_a_zigzag_are_its_pivots()
    {
        Drawing zigzag = new() { Corners = [(0, 0.5), (10, 1), (18, 0.2), (25, 0.9), (33, 0.1), (40, 0.5)] };
        SwingTrail trail = SwingTrail.Of(zigzag.ToBars(), 5);

        Assert.Equal([10, 18, 25, 33], trail.Pivots.ToArray().Select(p => p.Bar));
        Assert.Equal([true, false, true, false], trail.Pivots.ToArray().Select(p => p.IsHigh));
        Assert.Equal([0, 1, 2, 3], trail.Pivots.ToArray().Select(p => p.Ordinal));
        Assert.Equal(Drawing.PriceOf(1) + 1, trail.Pivots[0].Points);
    }

    [Fact]
    public void Swings_shorter_than_the_smallest_leg_are_noise()
    {
        Drawing wiggle = new() { Corners = [(0, 0), (20, 1), (24, 0.8), (40, 2), (60, 0)] };

        Assert.Equal([40], SwingTrail.Of(wiggle.ToBars(), 5).Pivots.ToArray().Where(p => p.Ordinal > 0 || p.Bar > 30).Select(p => p.Bar));
        Assert.Contains(SwingTrail.Of(wiggle.ToBars(), 3).Pivots.ToArray(), p => p.Bar == 24);
    }

    [Fact]
    public void A_swing_that_goes_further_replaces_its_pivot()
    {
        Drawing wiggle = new() { Corners = [(0, 0), (20, 1), (24, 0.8), (40, 2), (60, 0)] };
        SwingPivot[] pivots = SwingTrail.Of(wiggle.ToBars(), 5).Pivots.ToArray();

        Assert.Equal([(20, 0), (40, 0)], pivots.Select(p => (p.Bar, p.Ordinal)));
    }

    [Fact]
    public void Pivots_alternate_keep_their_distance_and_are_extremes_of_what_one_could_see() =>
        Gen.Select(Gen.ULong, Gen.Int[3, 10]).Sample((seed, leg) =>
        {
            BarSeries bars = RandomMarket.Walk(seed, 500);
            SwingTrail trail = SwingTrail.Of(bars, leg);
            for (int i = 0; i < trail.Pivots.Length; i++)
            {
                SwingPivot pivot = trail.Pivots[i];
                int from = pivot.Bar - trail.Delay;
                int length = (2 * trail.Delay) + 1;
                int extreme = pivot.IsHigh ? Most(bars.High.Slice(from, length)) : -Most([.. bars.Low.Slice(from, length).ToArray().Select(p => -p)]);
                Assert.Equal(extreme, pivot.Points);
                Assert.True(i == 0 || Follows(trail.Pivots[i - 1], pivot, leg));
            }
        }, iter: 50);

    [Fact]
    public void A_trail_of_fewer_bars_is_the_beginning_of_the_whole_one() => Gen.Select(Gen.ULong, Gen.Int[0, 500]).Sample((seed, cut) =>
    {
        BarSeries bars = RandomMarket.Walk(seed, 500);
        SwingTrail whole = SwingTrail.Of(bars, 5);
        SwingTrail part = SwingTrail.Of(bars.Truncate(cut), 5);

        Assert.Equal(whole.CountKnownBefore(cut), part.Pivots.Length);
        Assert.Equal(whole.Pivots[..part.Pivots.Length].ToArray(), part.Pivots.ToArray());
    }, iter: 50);

    private static bool Follows(SwingPivot before, SwingPivot pivot, int leg) => pivot.IsHigh == before.IsHigh
        ? pivot.Ordinal == before.Ordinal && (pivot.IsHigh ? pivot.Points > before.Points : pivot.Points < before.Points)
        : pivot.Ordinal == before.Ordinal + 1 && pivot.Bar - before.Bar >= leg;

    private static int Most(ReadOnlySpan<int> values)
    {
        int most = int.MinValue;
        foreach (int value in values)
        {
            most = Math.Max(most, value);
        }

        return most;
    }
}
