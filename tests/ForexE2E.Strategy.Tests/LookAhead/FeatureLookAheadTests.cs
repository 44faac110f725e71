using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Ensemble.Features;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Strategy.Tests.LookAhead;

public sealed class FeatureLookAheadTests
{
    private static readonly BarSeries Bars = WalkingBars.Make(1, 1500, 3, 9);
    private static readonly BarSeries Hourly = WalkingBars.Make(2, 160, 9, 20, minutes: 60, symbol: "GBPUSD");

    [Fact]
    public void No_feature_changes_when_later_bars_are_taken_away()
    {
        SplitMix64 random = new(7);
        IEnumerable<int> cuts = Enumerable.Range(0, 20).Select(_ => 320 + random.NextInt(1100));
        Assert.Equal(-1, Peeking.FirstBar(Bars, cuts, b => Rows(b, FeatureGroups.For(Data(b, [Hourly])))));
    }

    [Fact]
    public void A_feature_that_peeks_one_bar_ahead_is_found()
    {
        Assert.Equal(999, Peeking.FirstBar(Bars, [1000], b => Rows(b, [new Peek()])));
    }

    [Fact]
    public void A_pair_is_read_only_after_its_bar_has_ended()
    {
        FeatureTable table = FeatureTable.Build(Bars, [new PairFeature(Hourly)], 0);
        for (int bar = 400; bar < Bars.Count; bar++)
        {
            // The hourly bar of 10:00 ends at 11:00, which is the close of the five-minute bar of 10:55.
            bool mayChange = Bars.EndOf(bar).Minute == 0;
            Assert.True(mayChange || table[bar, 0] == table[bar - 1, 0] || IsStale(bar), $"Bar {bar} changed at {Bars.EndOf(bar):u}.");
        }
    }

    [Fact]
    public void Later_bars_of_a_pair_change_no_feature_before_they_end()
    {
        FeatureTable whole = FeatureTable.Build(Bars, FeatureGroups.For(Data(Bars, [Hourly])), 0);
        BarSeries known = Hourly.Truncate(60);
        FeatureTable part = FeatureTable.Build(Bars, FeatureGroups.For(Data(Bars, [known])), 0);
        int column = whole.Names.IndexOf("pair_GBPUSD");
        for (int bar = 0; Bars.EndOf(bar) <= known.EndOf(59); bar++)
        {
            Assert.Equal(whole[bar, column], part[bar, column]);
        }
    }

    [Fact]
    public void The_traded_pair_and_missing_pairs_have_no_column()
    {
        Assert.Equal(28, FeatureGroups.For(Data(Bars, [])).Sum(g => g.Names.Count));
        Assert.Equal(28, FeatureGroups.For(Data(Bars, [Bars])).Sum(g => g.Names.Count));
        Assert.Equal(29, FeatureGroups.For(Data(Bars, [Hourly])).Sum(g => g.Names.Count));
    }

    internal static MarketData Data(BarSeries bars, BarSeries[] pairs) => new(bars, [.. pairs], null, null, "");

    private static bool IsStale(int bar) => (Bars.EndOf(bar) - Hourly.EndOf(Hourly.Count - 1)).TotalHours > 4 || Bars.EndOf(bar).DayOfWeek == DayOfWeek.Sunday;

    private static string[] Rows(BarSeries bars, IReadOnlyList<IFeatureGroup> groups)
    {
        FeatureTable table = FeatureTable.Build(bars, groups, 0);
        return [.. Enumerable.Range(0, bars.Count).Select(b => string.Join(' ', Enumerable.Range(0, table.Width).Select(c => BitConverter.SingleToUInt32Bits(table[b, c]))))];
    }

    private sealed class Peek : IFeatureGroup
    {
        public IReadOnlyList<string> Names { get; } = ["peek"];

        public void Compute(BarWalk walk, Span<double> values)
        {
            int next = Math.Min(walk.Bar + 1, walk.Bars.Count - 1);
            values[0] = (walk.Bars.Close[next] - walk.Bars.Close[walk.Bar]) / 100.0;
        }
    }
}
