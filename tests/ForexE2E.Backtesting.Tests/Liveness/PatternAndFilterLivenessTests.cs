using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy;
using ForexE2E.Strategy.Decisions;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Liveness;

/// <summary>
/// No parameter of patterns and filters is a dead knob but the news switch, for which there is no series: on generated
/// 5-minute bars with volume, a VIX drawn daily from 10 to 70 and a crowd drawn weekly, changing any one to one of
/// its bounds changes the trades.
/// </summary>
public sealed class PatternAndFilterLivenessTests(ITestOutputHelper output)
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));
    private static readonly BarSeries Bars = SyntheticMarket.Generate(Traded, From, From.AddDays(500), 7).Bars;
    private static readonly RunDefinition Run = new() { Market = Traded, From = From, To = From.AddDays(500), Data = new DataSources() };
    private static readonly TradingStrategy Strategy = new(new MarketData(Bars, [], Vix(), Sentiment(), ""), Run);
    private static readonly FittedWindow Fitted = Signals();
    private static readonly ParameterSet Defaults = ParameterCatalog.Space(Strategy.Fixed).Defaults;

    public static TheoryData<string> Parameters =>
        new(ParameterCatalog.All.Where(d => d.Group is ParameterGroup.Patterns or ParameterGroup.Filters && d.Name != "filter_sentiment_use_news").Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Changing_it_changes_the_trades(string name)
    {
        ParameterDefinition definition = Defaults.Definitions[Defaults.Definitions.IndexOf(name)];
        ParameterSet usual = definition.LiveWhen is { } condition ? Defaults.With(condition.Parent, condition.Value) : Defaults;
        Trade[] before = Trades(usual);
        Assert.True(before.Length > 100, $"{before.Length} trades are too few to tell.");
        int most = 0;
        foreach (double value in new[] { definition.Low, definition.High }.Where(v => v != usual[name]))
        {
            Trade[] after = Trades(usual.With(name, value));
            int changed = before.Except(after).Count() + after.Except(before).Count();
            output.WriteLine($"{name} {definition.Format(usual[name])} -> {definition.Format(value)}: {changed} trades differ, {before.Length} before, {after.Length} after");
            most = Math.Max(most, changed);
        }

        Assert.True(most > 0, $"At either bound {name} trades exactly like at {definition.Format(usual[name])}.");
    }

    [Fact]
    public void Patterns_set_stops_of_their_own()
    {
        Trade[] trades = Trades(Defaults.With("pattern_stop_loss_multiplier", 0.5).With("risk_atr_multiplier", 3));
        Assert.Contains(trades, t => t.Reason == ExitReason.TechnicalStop);
        Assert.Equal(trades, Trades(Defaults.With("pattern_stop_loss_multiplier", 0.5).With("risk_atr_multiplier", 3)));
    }

    private static Trade[] Trades(ParameterSet parameters)
    {
        AccountMarket market = new(new FillModel(Bars, Run.Costs), new CostModel(Bars, [], Run.Costs, Run.Account));
        EngineRule rule = Strategy.TestRule(Fitted, parameters, TrainStatistics.None);
        return [.. TradeSimulator.Run(rule, market, Bars, TradingCalendar.NewYork(Bars), new BarRange(Fitted.TestFirst, Bars.Count), 10_000_000).Trades];
    }

    // A real train span gives the usual volumes; the ensemble is of chance: mostly too weak to trade, strong at one bar in forty; regimes in turn.
    private static FittedWindow Signals()
    {
        int testFirst = Bars.IndexAtOrAfter(From.AddDays(40));
        SplitMix64 random = new(5);
        float[] up = new float[Bars.Count];
        Regime[] regimes = new Regime[Bars.Count];
        for (int i = 0; i < Bars.Count; i++)
        {
            double width = random.NextInt(40) == 0 ? 0.4 : 0.08;
            up[i] = (float)(0.5 + (width * (random.NextDouble() - 0.5)));
            regimes[i] = RegimeNames.States[i / 60 % 4];
        }

        return new FittedWindow(0, testFirst, testFirst, Bars.Count, up, regimes) { UsualVolume = Strategy.UsualVolume(0, testFirst) };
    }

    private static PublishedSeries Vix() => Drawn("vix", 500, 1, 11, 10, 70);

    private static PublishedSeries Sentiment() => Drawn("crowd", 71, 7, 12, 0.05, 0.95);

    private static PublishedSeries Drawn(string name, int count, int days, ulong seed, double low, double high)
    {
        SplitMix64 random = new(seed);
        return new PublishedSeries(
            name,
            [.. Enumerable.Range(0, count).Select(i => From.AddDays(i * days).AddHours(1))],
            [.. Enumerable.Range(0, count).Select(_ => low + ((high - low) * random.NextDouble()))]);
    }
}
