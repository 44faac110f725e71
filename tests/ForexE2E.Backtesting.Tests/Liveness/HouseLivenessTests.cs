using ForexE2E.Backtesting.Liveness;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Models;
using Xunit.Abstractions;

namespace ForexE2E.Backtesting.Tests.Liveness;

/// <summary>
/// One documented series on which every parameter of every component that is built lives, others at their default: EURUSD on
/// generated bars of 15 minutes with five times the usual moves, so that stops of 0.5 to 5 % of the price are reached, with volume, VIX,
/// sentiment, news and five other pairs. 'data generate --timeframe 15m --from 2022-01-03 --to 2022-12-28 --moves 5 --seed 1' writes it.
/// </summary>
public sealed class HouseLivenessTests(ITestOutputHelper output)
{
    private const int Days = 360;
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(15));

    [Fact]
    public void Every_parameter_of_a_component_that_is_built_changes_trades_sizes_or_exits()
    {
        Backtest backtest = Backtest();
        LivenessCheck check = new(backtest, backtest.InSample);
        HashSet<string> idle = [.. backtest.Fixed.Select(f => f.Name)];
        ParameterLiveness[] all = [.. ParameterCatalog.All.Where(d => !idle.Contains(d.Name)).Select(d => check.Examine(d, default))];
        foreach (ParameterLiveness p in all)
        {
            output.WriteLine($"{p.Parameter.Name}: {p.State} from {p.Base?.Name}, {p.Change?.Trades} trades, {p.Change?.Sizes} sizes, {p.Change?.Exits} exits {p.Reason}");
        }

        Assert.True(all.Length >= 65, $"Only {all.Length} parameters were examined.");
        Assert.Empty(all.Where(p => p.State != LivenessState.Live).Select(p => p.Parameter.Name));
    }

    [Fact]
    public void With_the_shipped_models_nothing_is_idle_and_the_25_learned_parameters_change_trades_sizes_or_exits()
    {
        Backtest backtest = new(Definition() with { Components = [.. Enum.GetValues<Component>()] }, Data() with { Models = new ModelFiles().Load(null) }, new FitCache());
        Assert.Empty(backtest.Fixed);
        LivenessCheck check = new(backtest, [.. backtest.InSample.Where((_, i) => i % 24 == 3)]);
        ParameterLiveness[] learned = [.. ParameterCatalog.All.Where(d => d.Group is ParameterGroup.Sssd or ParameterGroup.Rl).Select(d => check.Examine(d, default))];
        Assert.Equal(25, learned.Length);
        Assert.Empty(learned.Where(p => p.State != LivenessState.Live).Select(p => $"{p.Parameter.Name}: {p.State} {p.Reason}"));
    }

    [Fact]
    public void Only_components_without_models_leave_parameters_idle_when_all_data_is_there() =>
        Assert.All(Backtest().Fixed, f => Assert.Equal("no models loaded", f.Reason));

    [Fact]
    public void A_parameter_without_its_data_is_dead_with_reason_and_hint()
    {
        SyntheticMarketData made = Generate();
        Backtest backtest = new(Definition(), new MarketData(made.Bars, made.Pairs, null, null, "bare"), new FitCache());
        ParameterLiveness vix = new LivenessCheck(backtest, backtest.InSample[..1]).Examine(Named("filter_vix_high_threshold"), default);
        Assert.Equal((LivenessState.Dead, "no VIX series loaded"), (vix.State, vix.Reason));
        Assert.Contains("--vix", vix.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_nothing_shows_says_what_was_tried()
    {
        // Calm bars: no stop of half a percent is ever reached.
        SyntheticMarketData made = SyntheticMarket.Generate(Traded, From, From.AddDays(37), 2, moves: 0.3);
        RunDefinition definition = Definition() with { To = From.AddDays(37) };
        Backtest backtest = new(definition, new MarketData(made.Bars, [], made.Vix, made.Sentiment, "calm"), new FitCache());
        ParameterLiveness stop = new LivenessCheck(backtest, backtest.InSample).Examine(Named("risk_stop_loss_pct"), default);
        Assert.Equal(LivenessState.Dead, stop.State);
        Assert.Contains("for values 0.5,", stop.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(stop.Hint);
    }

    private static ParameterDefinition Named(string name) => ParameterCatalog.All[ParameterCatalog.All.IndexOf(name)];

    private static Backtest Backtest() => new(Definition(), Data(), new FitCache());

    private static MarketData Data()
    {
        SyntheticMarketData made = Generate();
        return new MarketData(made.Bars, made.Pairs, made.Vix, made.Sentiment, "house") { News = made.News };
    }

    private static SyntheticMarketData Generate() => SyntheticMarket.Generate(Traded, From, From.AddDays(Days), 1, moves: 5);

    private static RunDefinition Definition() => new()
    {
        Market = Traded,
        From = From,
        To = From.AddDays(Days),
        Data = new DataSources(),
        WalkForward = new WalkForwardSettings(outOfSampleFraction: 0),
    };
}
