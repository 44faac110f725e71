using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Liveness;

/// <summary>
/// No parameter of the portfolio is a dead knob: on generated hourly bars of EURUSD and four correlated pairs (GBPUSD, USDJPY, AUDUSD,
/// USDCHF), changing any one to another value changes the trades.
/// </summary>
public sealed class PortfolioLivenessTests(ITestOutputHelper output)
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(60));
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(Traded, From, From.AddDays(400), 7);
    private static readonly MarketData Data = new(Made.Bars, Made.Pairs, null, null, "");
    private static readonly RunDefinition Run = new() { Market = Traded, From = From, To = From.AddDays(400), Data = new DataSources() };
    private static readonly TradingStrategy Strategy = new(Data, Run);
    private static readonly FittedWindow Fitted = Signals();
    private static readonly ParameterSet Defaults = ParameterCatalog.Space(Strategy.Fixed).Defaults;

    public static TheoryData<string> Parameters => new(ParameterCatalog.All.Where(d => d.Group == ParameterGroup.Riskfolio).Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Changing_it_changes_the_trades(string name)
    {
        ParameterDefinition definition = Defaults.Definitions[Defaults.Definitions.IndexOf(name)];
        Assert.DoesNotContain(Strategy.Fixed, f => f.Name == name);
        ParameterSet usual = definition.LiveWhen is { } condition ? Defaults.With(condition.Parent, condition.Value) : Defaults;
        Trade[] before = Trades(usual);
        Assert.True(before.Length > 50, $"{before.Length} trades are too few to tell.");
        IEnumerable<double> values = definition.Kind is ParameterKind.Categorical or ParameterKind.Bool
            ? Enumerable.Range(0, definition.Cardinality).Select(v => (double)v)
            : [definition.Low, definition.High];
        int most = 0;
        foreach (double value in values.Where(v => v != usual[name]))
        {
            Trade[] after = Trades(usual.With(name, value));
            int changed = before.Except(after).Count() + after.Except(before).Count();
            output.WriteLine($"{name} {definition.Format(usual[name])} -> {definition.Format(value)}: {changed} trades differ, {before.Length} before, {after.Length} after");
            most = Math.Max(most, changed);
        }

        Assert.True(most > 0, $"{name} trades at every other value exactly like at {definition.Format(usual[name])}.");
    }

    [Fact]
    public void A_run_without_other_pairs_says_why_the_portfolio_takes_no_part()
    {
        TradingStrategy alone = new(Data with { Pairs = [] }, Run);
        Assert.Contains(alone.Components, c => c.Component == Component.Riskfolio && !c.Active && c.Reason.StartsWith("no other pair loaded", StringComparison.Ordinal));
        Assert.Equal(8, alone.Fixed.Count(f => f.Name.StartsWith("riskfolio", StringComparison.Ordinal)));
    }

    private static Trade[] Trades(ParameterSet parameters)
    {
        AccountMarket market = new(new FillModel(Made.Bars, Run.Costs), new CostModel(Made.Bars, Made.Pairs, Run.Costs, Run.Account));
        EngineRule rule = Strategy.TestRule(Fitted, parameters, TrainStatistics.None);
        return [.. TradeSimulator.Run(rule, market, Made.Bars, TradingCalendar.NewYork(Made.Bars), new BarRange(Fitted.TestFirst, Made.Bars.Count), 100_000_000).Trades];
    }

    // A signal of chance strength at one bar in eight; regimes in turn; the test span begins when there are days enough to estimate from.
    private static FittedWindow Signals()
    {
        int testFirst = Made.Bars.IndexAtOrAfter(From.AddDays(100));
        SplitMix64 random = new(5);
        float[] up = new float[Made.Bars.Count];
        Regime[] regimes = new Regime[Made.Bars.Count];
        for (int i = 0; i < up.Length; i++)
        {
            up[i] = random.NextInt(8) == 0 ? (float)(0.3 + (0.4 * random.NextDouble())) : 0.5f;
            regimes[i] = RegimeNames.States[i / 60 % 4];
        }

        return new FittedWindow(0, testFirst, testFirst, up.Length, up, regimes) { UsualVolume = Strategy.UsualVolume(0, testFirst) };
    }
}
