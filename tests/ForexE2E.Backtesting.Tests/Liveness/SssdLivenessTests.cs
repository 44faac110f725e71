using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Models;
using ForexE2E.Strategy;
using ForexE2E.Strategy.Decisions;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Liveness;

/// <summary>
/// None of the ten parameters of the forecasts is a dead knob: on 90 days of generated 5-minute bars (seed 7) with the shipped models and an
/// ensemble of chance, changing any one to one of its bounds changes the trades.
/// </summary>
public sealed class SssdLivenessTests(ITestOutputHelper output)
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));
    private static readonly BarSeries Bars = SyntheticMarket.Generate(Traded, From, From.AddDays(90), 7).Bars;
    private static readonly RunDefinition Run = new() { Market = Traded, From = From, To = From.AddDays(90), Data = new DataSources(), Components = [Component.Sssd] };
    private static readonly MarketData Data = new(Bars, [], null, null, "liveness") { Models = new ModelFiles().Load(null) };
    private static readonly TradingStrategy Strategy = new(Data, Run);
    private static readonly FittedWindow Fitted = Signals();

    // Twenty steps and a hundred paths, so that the test is quick; what is measured is then the change of one of them.
    private static readonly ParameterSet Usual = ParameterCatalog.Space(Strategy.Fixed).Defaults.With("sssd_diffusion_steps", 20).With("sssd_min_samples", 120);

    public static TheoryData<string> Parameters => new(ParameterCatalog.All.Where(d => d.Group == ParameterGroup.Sssd).Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Changing_it_changes_the_trades(string name)
    {
        ParameterDefinition definition = Usual.Definitions[Usual.Definitions.IndexOf(name)];
        Trade[] before = Trades(Usual);
        Assert.True(before.Length > 50, $"{before.Length} trades are too few to tell.");
        int most = 0;
        foreach (double value in new[] { definition.Low, definition.High }.Where(v => v != Usual[name]))
        {
            Trade[] after = Trades(Usual.With(name, value));
            int changed = before.Select(Figures).Except(after.Select(Figures)).Count();
            output.WriteLine($"{name} {definition.Format(Usual[name])} -> {definition.Format(value)}: {changed} of {before.Length} trades differ");
            most = Math.Max(most, changed);
        }

        Assert.True(most > 0, $"At either bound {name} trades exactly like at {definition.Format(Usual[name])}.");
    }

    [Fact]
    public void Trades_carry_their_forecast_and_end_at_its_quantiles()
    {
        Trade[] trades = Trades(Usual);
        Assert.All(trades, t => Assert.True(t.Forecast is { } f && f.Q05 < f.Q50 && f.Q50 < f.Q95, $"{t}"));
        Assert.Contains(trades, t => t.Reason == ExitReason.ForecastStop);
        Assert.Contains(trades, t => t.Reason == ExitReason.TakeProfit);
        Assert.Equal(trades, Trades(Usual));
    }

    [Fact]
    public void With_one_checkpoint_there_is_no_ensemble_to_choose()
    {
        MarketData one = Data with { Models = Data.Models! with { Checkpoints = [Data.Models.Of(ModelKind.Sssd)[0]] } };
        Assert.Contains(new FixedParameter("sssd_use_ensemble", 1, "only one sssd model loaded"), new TradingStrategy(one, Run).Fixed);
        Assert.DoesNotContain(Strategy.Fixed, f => f.Name.StartsWith("sssd", StringComparison.Ordinal));
    }

    // What a forecast recorded may differ where the trade does not: only the trade counts here.
    private static (Side Side, int Lots, int Entry, int Exit, int EntryBar, int ExitBar) Figures(Trade t) =>
        (t.Side, t.MicroLots, t.EntryPoints, t.ExitPoints, t.EntryBar, t.ExitBar);

    private static Trade[] Trades(ParameterSet parameters)
    {
        AccountMarket market = new(new FillModel(Bars, Run.Costs), new CostModel(Bars, [], Run.Costs, Run.Account));
        EngineRule rule = Strategy.TestRule(Fitted, parameters, TrainStatistics.None);
        return [.. TradeSimulator.Run(rule, market, Bars, TradingCalendar.NewYork(Bars), new BarRange(Fitted.TestFirst, Bars.Count), 10_000_000).Trades];
    }

    // Mostly too weak to trade, strong at one bar in forty.
    private static FittedWindow Signals()
    {
        int testFirst = Bars.IndexAtOrAfter(From.AddDays(30));
        SplitMix64 random = new(5);
        float[] up = new float[Bars.Count];
        for (int i = 0; i < Bars.Count; i++)
        {
            double width = random.NextInt(40) == 0 ? 0.4 : 0.08;
            up[i] = (float)(0.5 + (width * (random.NextDouble() - 0.5)));
        }

        return new FittedWindow(0, testFirst, testFirst, Bars.Count, up, new Regime[Bars.Count]);
    }
}
