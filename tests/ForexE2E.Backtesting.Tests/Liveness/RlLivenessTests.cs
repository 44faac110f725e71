using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy;
using ForexE2E.Testing.Models;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Liveness;

/// <summary>
/// No parameter of the agent is a dead knob: on generated quarter-hour bars of five pairs with their VIX, a random ensemble that trades one
/// bar in forty, and an account large enough that sizes are fine-grained, changing any one to one of its bounds changes the sizes.
/// </summary>
public sealed class RlLivenessTests(ITestOutputHelper output)
{
    private const long StartCents = 10_000_000_000;
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(15));
    private static readonly MarketData Data = Generated();
    private static readonly RunDefinition Run = new() { Market = Traded, From = From.AddDays(90), To = From.AddDays(160), Data = new DataSources(), Components = [Component.Rl] };
    private static readonly TradingStrategy Strategy = new(Data, Run);
    private static readonly FittedWindow Fitted = Signals();
    private static readonly ParameterSet Defaults = ParameterCatalog.Space(Strategy.Fixed).Defaults;

    public static TheoryData<string> Parameters => new(ParameterCatalog.All.Where(d => d.Group == ParameterGroup.Rl).Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Changing_it_changes_the_sizes(string name)
    {
        ParameterDefinition definition = Defaults.Definitions[Defaults.Definitions.IndexOf(name)];
        ParameterSet usual = definition.LiveWhen is { } condition ? Defaults.With(condition.Parent, condition.Value) : Defaults;
        Trade[] before = Trades(usual);
        Assert.True(before.Length > 50, $"{before.Length} trades are too few to tell.");
        int most = 0;
        foreach (double value in new[] { definition.Low, definition.High }.Where(v => v != usual[name]))
        {
            int changed = before.Except(Trades(usual.With(name, value))).Count();
            output.WriteLine($"{name} {definition.Format(usual[name])} -> {definition.Format(value)}: {changed} of {before.Length} trades differ");
            most = Math.Max(most, changed);
        }

        Assert.True(most > 0, $"At either bound {name} trades exactly like at {definition.Format(usual[name])}.");
    }

    [Fact]
    public void The_same_parameters_give_the_same_trades() => Assert.Equal(Trades(Defaults), Trades(Defaults));

    [Fact]
    public void All_fifteen_are_sampled_when_pairs_vix_and_a_model_are_there() =>
        Assert.Equal(15, ParameterCatalog.Space(Strategy.Fixed).Sampled.Count(i => ParameterCatalog.All[i].Group == ParameterGroup.Rl));

    private static Trade[] Trades(ParameterSet parameters)
    {
        AccountMarket market = new(new FillModel(Data.Bars, Run.Costs), new CostModel(Data.Bars, [], Run.Costs, Run.Account));
        EngineRule rule = Strategy.TestRule(Fitted, parameters, TrainStatistics.None);
        return [.. TradeSimulator.Run(rule, market, Data.Bars, TradingCalendar.NewYork(Data.Bars), new BarRange(Fitted.TestFirst, Fitted.TestEnd), StartCents).Trades];
    }

    private static MarketData Generated()
    {
        SyntheticMarketData made = SyntheticMarket.Generate(Traded, From, From.AddDays(160), 7);
        return QuickAgent.With(new MarketData(made.Bars, made.Pairs, made.Vix, null, ""), From.AddDays(90));
    }

    private static FittedWindow Signals()
    {
        BarSeries bars = Data.Bars;
        int first = bars.IndexAtOrAfter(From.AddDays(90)), test = bars.IndexAtOrAfter(From.AddDays(120));
        SplitMix64 random = new(5);
        float[] up = [.. Enumerable.Range(first, bars.Count - first).Select(_ => (float)(0.5 + ((random.NextInt(40) == 0 ? 0.4 : 0.08) * (random.NextDouble() - 0.5))))];
        return new FittedWindow(first, test, test, bars.Count, up, new Regime[up.Length]);
    }
}
