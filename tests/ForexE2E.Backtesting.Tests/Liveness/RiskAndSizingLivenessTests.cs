using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy;
using ForexE2E.Testing.Markets;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Liveness;

/// <summary>
/// No parameter of risk and sizing is a dead knob: on hourly bars that are calm (10 basis points a bar) and wild (120) in
/// turn, so that stops and targets of 0.5 to 10 % are hit, changing any one changes the trades.
/// </summary>
public sealed class RiskAndSizingLivenessTests(ITestOutputHelper output)
{
    private const int Count = 6000;
    private static readonly BarSeries Bars = WalkingBars.Make(21, Count, 10, 120, minutes: 60);
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;

    public static TheoryData<string> Parameters =>
        new(ParameterCatalog.All.Where(d => d.Group is ParameterGroup.Risk or ParameterGroup.Sizing).Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Changing_it_changes_the_trades(string name)
    {
        ParameterDefinition definition = Defaults.Definitions[Defaults.Definitions.IndexOf(name)];
        ParameterSet usual = definition.LiveWhen is { } condition ? Defaults.With(condition.Parent, condition.Value) : Defaults;
        Trade[] before = Trades(usual);
        Assert.True(before.Length > 100, $"{before.Length} trades are too few to tell.");
        foreach (double value in Values(definition).Where(v => v != usual[name]))
        {
            Trade[] after = Trades(usual.With(name, value));
            int changed = before.Zip(after).Count(p => p.First != p.Second) + Math.Abs(before.Length - after.Length);
            output.WriteLine($"{name} {definition.Format(usual[name])} -> {definition.Format(value)}: {changed} of {before.Length} trades differ");
            Assert.True(changed > 0, $"{name} = {definition.Format(value)} trades exactly like {definition.Format(usual[name])}.");
        }
    }

    private static IEnumerable<double> Values(ParameterDefinition d) => d.Kind is ParameterKind.Categorical or ParameterKind.Bool
        ? Enumerable.Range(0, d.Cardinality).Select(v => (double)v)
        : [d.Low, d.High];

    private static Trade[] Trades(ParameterSet parameters)
    {
        RunDefinition run = new()
        {
            Market = new Market(Bars.Symbol, Bars.Timeframe),
            From = Bars.StartOf(0),
            To = Bars.EndOf(Count - 1),
            Data = new DataSources(),
        };
        TradingStrategy strategy = new(new MarketData(Bars, [], null, null, ""), run);
        TrainStatistics train = new([.. Enumerable.Range(0, 60).Select(i => i % 5 < 3 ? 0.012 : -0.01)]);
        AccountMarket market = new(new FillModel(Bars, run.Costs), new CostModel(Bars, [], run.Costs, run.Account));
        return [.. TradeSimulator.Run(
            strategy.TestRule(Signals(), parameters, train), market, Bars, TradingCalendar.NewYork(Bars), new BarRange(50, Count), 10_000_000).Trades];
    }

    // A signal of chance strength at one bar in eight; regimes in turn.
    private static FittedWindow Signals()
    {
        SplitMix64 random = new(5);
        float[] up = new float[Count];
        Regime[] regimes = new Regime[Count];
        for (int i = 0; i < Count; i++)
        {
            up[i] = random.NextInt(8) == 0 ? (float)(0.3 + (0.4 * random.NextDouble())) : 0.5f;
            regimes[i] = RegimeNames.States[i / 60 % 4];
        }

        return new FittedWindow(0, 0, 0, Count, up, regimes);
    }
}
