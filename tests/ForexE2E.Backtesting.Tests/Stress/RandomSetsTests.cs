using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Stress;

/// <summary>2,000 random parameter sets on generated bars: whatever a search may try, the books balance.</summary>
public sealed class RandomSetsTests(ITestOutputHelper output)
{
    private const int Sets = 2000;
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Two_thousand_random_sets_keep_their_constraints_and_balance_to_the_cent()
    {
        Market market = new(Symbol.Parse("EURUSD"), new Timeframe(15));
        SyntheticMarketData made = SyntheticMarket.Generate(market, From.AddDays(-10), From.AddDays(37), 5, moves: 3);
        MarketData data = new(made.Bars, made.Pairs, made.Vix, made.Sentiment, "random sets") { News = made.News };
        RunDefinition definition = new() { Market = market, From = From, To = From.AddDays(37), Data = new DataSources(), WalkForward = new WalkForwardSettings(outOfSampleFraction: 0) };
        Backtest backtest = new(definition, data, new FitCache());
        ParameterSpace space = ParameterCatalog.Space(backtest.Fixed);
        SplitMix64 random = new(2000);
        (int trades, int traded) = (0, 0);
        for (int i = 0; i < Sets; i++)
        {
            ParameterSet set = Accounts.Draw(space, random);
            Assert.All(ParameterCatalog.Constraints, c => Assert.True(c.Holds(set[c.Lesser], set[c.Greater]), $"{c.Lesser} and {c.Greater} of set {i}"));
            WindowRun run = backtest.RunWindowTrades(backtest.InSample[0], set, default);
            Accounts.Balance(backtest, run);
            trades += run.Trades.Length;
            traded += run.Trades.Length > 0 ? 1 : 0;
        }

        output.WriteLine($"{trades} trades in {traded} of {Sets} sets");
        Assert.True(traded > Sets / 4, $"Only {traded} sets traded: that proves little.");
    }
}
