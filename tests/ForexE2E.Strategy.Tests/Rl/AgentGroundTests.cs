using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Rl;
using ForexE2E.Testing.Models;

namespace ForexE2E.Strategy.Tests.Rl;

public sealed class AgentGroundTests
{
    private static readonly DateTime From = new(2021, 1, 4, 0, 0, 0, DateTimeKind.Utc);
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From, From.AddDays(150), 3);
    private static readonly MarketData Data = QuickAgent.With(new MarketData(Made.Bars, Made.Pairs, Made.Vix, null, ""), From.AddDays(90));
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;

    [Fact]
    public void Weights_are_long_only_sum_to_one_and_come_the_same_every_time()
    {
        AgentGround ground = new(Data, 1);
        FittedWindow fit = Window(Data, 90, 120, 127);
        AgentWeights weights = ground.WeightsOf(fit, Defaults, CancellationToken.None), again = new AgentGround(Data, 1).WeightsOf(fit, Defaults, CancellationToken.None);
        int day = ground.DayOf(fit.TestFirst);

        Assert.Equal(1, weights.InForce(day).ToArray().Sum(), 3);
        Assert.All(weights.InForce(day).ToArray(), w => Assert.InRange(w, 0, 1));
        Assert.Equal(weights.InForce(day).ToArray(), again.InForce(day).ToArray());
        Assert.NotEqual(weights.InForce(day).ToArray(), new AgentGround(Data, 2).WeightsOf(fit, Defaults, CancellationToken.None).InForce(day).ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_later_than_the_evening_before_decides_a_days_weights(bool isRecurrent)
    {
        ParameterSet set = Defaults.With("rl_use_lstm", isRecurrent ? 1 : 0);
        AgentGround whole = new(Data, 1);
        FittedWindow fit = Window(Data, 90, 120, 127);
        int day = whole.DayOf(fit.TestFirst) + 2;
        float[] expected = whole.WeightsOf(fit, set, CancellationToken.None).InForce(day).ToArray();

        // All bars and values after the first bar of that day are gone; the window ends with it.
        int last = fit.TestFirst;
        while (whole.DayOf(last) < day)
            last++;
        DateTime known = Data.Bars.EndOf(last);
        MarketData cut = Cut(known);
        AgentGround ground = new(cut, 1);
        FittedWindow shorter = new(fit.TrainFirst, fit.TrainEnd, fit.TestFirst, last + 1, new float[last + 1 - fit.TrainFirst], new Regime[last + 1 - fit.TrainFirst]);

        Assert.Equal(expected, ground.WeightsOf(shorter, set, CancellationToken.None).InForce(ground.DayOf(last)).ToArray());
    }

    [Fact]
    public void A_window_without_history_says_nothing()
    {
        AgentGround ground = new(Data, 1);
        FittedWindow fit = Window(Data, 0, 12, 19);

        Assert.True(ground.WeightsOf(fit, Defaults, CancellationToken.None).InForce(ground.DayOf(fit.TestFirst)).IsEmpty);
        Assert.Equal(1, new AgentVoice(ground, AgentWeights.None, WeightLimits.None, Defaults).SizeFactorAt(fit.TestFirst, null));
    }

    [Fact]
    public void The_blend_goes_from_the_portfolios_weight_to_the_agents()
    {
        AgentGround ground = new(Data, 1);
        FittedWindow fit = Window(Data, 90, 120, 127);
        AgentWeights weights = ground.WeightsOf(fit, Defaults, CancellationToken.None);
        double agent = weights.InForce(ground.DayOf(fit.TestFirst))[0];
        double Blend(double alpha) => new AgentVoice(ground, weights, WeightLimits.None, Defaults.With("rl_hybrid_alpha", alpha)).Blend(fit.TestFirst, 0.4);

        Assert.Equal(0.4, Blend(0), 9);
        Assert.Equal(agent, Blend(1), 4);
        Assert.Equal((0.4 + agent) / 2, Blend(0.5), 4);
        Assert.Equal(2, new AgentVoice(ground, weights, WeightLimits.None, Defaults.With("rl_hybrid_alpha", 0)).SizeFactorAt(fit.TestFirst, 0.9));
    }

    [Fact]
    public void Without_pairs_vix_or_models_it_takes_no_part_and_says_why()
    {
        Assert.Contains("--bars-for", Reason(Data with { Pairs = [.. Made.Pairs.Take(3)] }), StringComparison.Ordinal);
        Assert.Contains("--vix", Reason(Data with { Vix = null }), StringComparison.Ordinal);
        Assert.Equal("no models loaded", Reason(Data with { Models = null }));
        Assert.Equal("", Reason(Data));
    }

    [Fact]
    public void With_alpha_fixed_at_zero_the_agent_only_advises_and_its_other_parameters_are_fixed()
    {
        RunDefinition advisory = Definition with { FixedParameters = Definition.FixedParameters.Add("rl_hybrid_alpha", "0") };

        FixedParameter[] fixedOnes = [.. StrategyComponents.FixedParameters(advisory, Data).Where(f => f.Name.StartsWith("rl_", StringComparison.Ordinal))];

        Assert.Equal(15, fixedOnes.Length);
        Assert.Equal("rl_hybrid_alpha is fixed at 0: the agent only advises", fixedOnes.Single(f => f.Name == "rl_gamma").Reason);
    }

    private static RunDefinition Definition => new() { Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From = From.AddDays(60), To = From.AddDays(150), Data = new DataSources(), Components = [Component.Rl] };

    private static string Reason(MarketData data) => StrategyComponents.Statuses(Definition, data).Single(s => s.Component == Component.Rl).Reason;

    private static FittedWindow Window(MarketData data, int train, int test, int end)
    {
        int At(int days) => data.Bars.IndexAtOrAfter(From.AddDays(days));
        return new FittedWindow(At(train), At(test), At(test), At(end), new float[At(end) - At(train)], new Regime[At(end) - At(train)]);
    }

    private static MarketData Cut(DateTime known) => Data with
    {
        Bars = Ended(Made.Bars, known),
        Pairs = [.. Made.Pairs.Select(p => Ended(p, known))],
        Vix = new PublishedSeries("vix", [.. Made.Vix.Published.ToArray().Where(p => p < known)], [.. Made.Vix.Values[..(Made.Vix.IndexBefore(known) + 1)]]),
    };

    private static BarSeries Ended(BarSeries bars, DateTime known) => bars.Truncate(bars.IndexAtOrAfter(known.AddMinutes(1 - bars.Timeframe.Minutes)));
}
