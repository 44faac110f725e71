using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>Where there is nothing to see, nothing is seen.</summary>
public sealed class QuietMarketTests
{
    private static readonly PatternKind[] Reversals =
    [
        PatternKind.DoubleBottom, PatternKind.DoubleTop, PatternKind.TripleBottom, PatternKind.TripleTop,
        PatternKind.HeadAndShoulders, PatternKind.InverseHeadAndShoulders,
    ];

    [Theory]
    [InlineData(0.02)]
    [InlineData(-0.02)]
    public void A_straight_trend_has_no_reversal_pattern(double slope)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            Drawing trend = new() { Corners = [(0, 0), (1500, 1500 * slope)], Height = 1000, Noise = 0.01, Seed = seed };
            Assert.False(Scan.Of(trend.ToBars(), Scan.Plain).SawAny(p => Reversals.Contains(p.Kind)));
        }
    }

    [Fact]
    public void Flat_prices_have_no_pattern()
    {
        Drawing flat = new() { Corners = [(0, 0), (500, 0)] };

        Assert.False(Scan.Of(flat.ToBars(), Scan.Plain with { SmallestLeg = 3 }).SawAny(_ => true));
    }

    [Fact]
    public void A_random_walk_passes_the_highest_threshold_less_than_once_in_a_thousand_bars()
    {
        const int Bars = 20_000;
        BarSeries walk = RandomMarket.Walk(11, Bars, withVolume: false);
        HashSet<(PatternKind, int)> good = [.. Scan.Of(walk, Scan.Plain).Alive
            .SelectMany(a => a)
            .Where(p => p.CompletedAt is not null && p.Quality.Total >= 0.9)
            .Select(p => (p.Kind, p.CompletedAt!.Value))];

        Assert.InRange(good.Count, 1, Bars / 1000);
    }

    [Fact]
    public void A_series_too_short_for_a_pivot_says_nothing()
    {
        for (int count = 0; count < 12; count++)
        {
            Assert.DoesNotContain(Scan.Of(RandomMarket.Walk(3, count), Scan.Plain).Readings, r => r.Acts);
        }
    }
}
