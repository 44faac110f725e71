using System.Collections.Immutable;
using CsCheck;
using ForexE2E.Strategy.Sizing;

namespace ForexE2E.Strategy.Tests.Sizing;

public sealed class KellyAndOptimalFTests
{
    [Fact]
    public void Kelly_of_sixty_wins_in_a_hundred_at_even_payoff_is_a_fifth() =>
        Assert.Equal(0.2, KellyCriterion.Of(Coin(60, 40, 0.01, -0.01))!.Value, 12);

    [Fact]
    public void Kelly_without_an_edge_is_nothing() => Assert.Equal(0, KellyCriterion.Of(Coin(50, 50, 0.01, -0.02)));

    [Fact]
    public void Too_few_trades_say_nothing()
    {
        Assert.Null(KellyCriterion.Of(Coin(10, 9, 0.01, -0.01)));
        Assert.Null(OptimalF.Of(Coin(10, 9, 0.01, -0.01)));
    }

    [Fact]
    public void Only_winners_bet_all_and_only_losers_nothing()
    {
        Assert.Equal(1, KellyCriterion.Of(Coin(30, 0, 0.01, 0)));
        Assert.Equal(0, KellyCriterion.Of(Coin(0, 30, 0, -0.01)));
        Assert.Null(OptimalF.Of(Coin(30, 0, 0.01, 0)));
    }

    // Vince 1990: a coin that pays 2 for 1 has its peak at f = 0.25.
    [Fact]
    public void Optimal_f_of_a_two_to_one_coin_is_a_quarter()
    {
        OptimalF f = OptimalF.Of(Coin(50, 50, 0.02, -0.01))!.Value;
        Assert.Equal(0.25, f.Fraction, 4);
        Assert.Equal(0.01, f.LargestLoss);
    }

    [Fact]
    public void No_other_fraction_makes_more_wealth_than_optimal_f() =>
        Gen.Double[-0.02, 0.025].Array[20, 60].Sample(returns =>
        {
            if (OptimalF.Of([.. returns]) is { } best)
            {
                double peak = Wealth(returns, best, best.Fraction);
                Assert.All(Enumerable.Range(0, 99), k => Assert.True(Wealth(returns, best, k / 100.0) <= peak + 1e-6));
            }
        }, iter: 200);

    private static double Wealth(double[] returns, OptimalF f, double fraction) => returns.Sum(r => Math.Log(1 + (fraction * r / f.LargestLoss)));

    private static ImmutableArray<double> Coin(int wins, int losses, double win, double loss) =>
        [.. Enumerable.Repeat(win, wins), .. Enumerable.Repeat(loss, losses)];
}
