using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Regimes;
using Xunit.Abstractions;

namespace ForexE2E.Strategy.Tests.Regimes;

/// <summary>The filtered regimes against the hidden ones of generated markets.</summary>
public sealed class RegimePathTests(ITestOutputHelper output)
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("5m", 240, 0.5)]
    [InlineData("1h", 400, 0.5)]
    public void Most_blocks_after_the_train_span_are_given_their_hidden_regime(string timeframe, int days, double least)
    {
        List<double> found = [];
        foreach (ulong seed in (ulong[])[1, 2, 3])
        {
            SyntheticMarketData made = Generated(timeframe, days, seed);
            (int right, int all, Dictionary<Regime, (int Right, int All)> each) = Score(made, days);
            found.Add((double)right / all);
            output.WriteLine($"{timeframe} seed {seed}: {found[^1]:0.000} of {all} blocks; {string.Join(", ", each.Select(e => $"{e.Key} {(double)e.Value.Right / e.Value.All:0.00}"))}");
            // The same name means the same in every window: volatile and ranging are told apart everywhere.
            Assert.True(each[Regime.Volatile].Right > 0.6 * each[Regime.Volatile].All);
        }

        Assert.True(found.Average() > least, $"{found.Average():0.000} are right on average.");
    }

    [Fact]
    public void Probabilities_sum_to_one_and_the_regime_is_the_most_probable()
    {
        SyntheticMarketData made = Generated("15m", 60, 4);
        ImmutableArray<RegimeBelief> path = Path(made.Bars, 0);
        Assert.NotEmpty(path);
        Assert.All(path, b =>
        {
            double[] four = [b.TrendingUp, b.TrendingDown, b.Ranging, b.Volatile];
            Assert.Equal(1, four.Sum(), 9);
            Assert.Equal(four.Max(), four[RegimeNames.States.IndexOf(b.Regime)], 6);
        });
    }

    [Fact]
    public void Later_bars_change_nothing_that_was_said()
    {
        BarSeries bars = Generated("15m", 60, 4).Bars;
        int cut = bars.IndexAtOrAfter(From.AddDays(41));
        ImmutableArray<RegimeBelief> whole = Path(bars, 0);
        Assert.Equal(whole.TakeWhile(b => b.Bar < cut), Path(bars.Truncate(cut), 0));
    }

    [Fact]
    public void Too_few_blocks_to_learn_from_give_no_path()
    {
        BarSeries bars = Generated("1h", 20, 4).Bars;
        Assert.Empty(RegimePath.Of(bars, 0, RegimePath.LeastBlocks - 1, bars.Count, 1, default));
    }

    private static SyntheticMarketData Generated(string timeframe, int days, ulong seed) =>
        SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), Timeframe.Parse(timeframe)), From, From.AddDays(days), seed);

    private static ImmutableArray<RegimeBelief> Path(BarSeries bars, int window)
    {
        DateTime from = From.AddDays(7 * window);
        return RegimePath.Of(bars, bars.IndexAtOrAfter(from), bars.IndexAtOrAfter(from.AddDays(30)), bars.IndexAtOrAfter(from.AddDays(37)), SeedOf.Fit(1, window), default);
    }

    private static (int Right, int All, Dictionary<Regime, (int Right, int All)> Each) Score(SyntheticMarketData made, int days)
    {
        Dictionary<Regime, (int Right, int All)> each = RegimeNames.States.ToDictionary(r => r, _ => (0, 0));
        for (int window = 0; (7 * window) + 37 <= days; window++)
        {
            int trainEnd = made.Bars.IndexAtOrAfter(From.AddDays((7 * window) + 30));
            foreach (RegimeBelief belief in Path(made.Bars, window).Where(b => b.Bar >= trainEnd))
            {
                Regime truth = made.HiddenRegimes[belief.Bar];
                each[truth] = (each[truth].Right + (belief.Regime == truth ? 1 : 0), each[truth].All + 1);
            }
        }

        return (each.Values.Sum(e => e.Right), each.Values.Sum(e => e.All), each);
    }
}
