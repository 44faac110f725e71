using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;

namespace ForexE2E.Host.Tests.Options;

public sealed class SearchOptionsTests
{
    private static readonly RunDefinition Generated = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
    };

    private readonly SearchOptions _options = new();

    [Fact]
    public void A_generated_market_gets_fewer_trials_than_a_real_one()
    {
        Assert.Equal(20, Apply(Generated).Trials);
        Assert.Equal(50, Apply(Generated with { Data = new DataSources { Bars = "bars.csv" } }).Trials);
    }

    [Fact]
    public void Every_processor_tries_unless_said() => Assert.Equal(Environment.ProcessorCount, Apply(Generated).Parallel);

    [Theory]
    [InlineData("bayesian", OptimizationMethod.Bayesian)]
    [InlineData("genetic", OptimizationMethod.Genetic)]
    [InlineData("random", OptimizationMethod.Random)]
    public void Methods_have_names(string name, OptimizationMethod method) => Assert.Equal(method, Apply(Generated, "--method", name).Method);

    [Fact]
    public void Regimes_may_have_a_set_each() => Assert.Equal(RegimeMode.PerRegime, Apply(Generated, "--regime-mode", "per_regime").RegimeMode);

    [Fact]
    public void Several_parameters_may_be_fixed()
    {
        RunDefinition fixedTwo = Apply(Generated, "--fix", "risk_atr_period=20", "--fix", "risk_use_trailing_stop=false");
        Assert.Equal("20", fixedTwo.FixedParameters["risk_atr_period"]);
        Assert.Equal("false", fixedTwo.FixedParameters["risk_use_trailing_stop"]);
    }

    [Fact]
    public void A_mistyped_parameter_is_refused_with_the_nearest_name() =>
        Assert.Contains("risk_atr_period", Parsed.ErrorsOf(_options, "--fix", "risk_atr_periods=20"), StringComparison.Ordinal);

    [Fact]
    public void A_value_out_of_bounds_is_refused_with_the_bounds() =>
        Assert.Contains("10 to 30", Parsed.ErrorsOf(_options, "--fix", "risk_atr_period=31"), StringComparison.Ordinal);

    [Theory]
    [InlineData("auto", OptimizationMethod.Bayesian, SamplerKind.Auto)]
    [InlineData("tpe", OptimizationMethod.Bayesian, SamplerKind.Tpe)]
    [InlineData("nsga2", OptimizationMethod.Genetic, SamplerKind.Nsga2)]
    [InlineData("cmaes", OptimizationMethod.Genetic, SamplerKind.Cmaes)]
    [InlineData("random", OptimizationMethod.Random, SamplerKind.Random)]
    public void A_sampler_is_recorded_under_the_method_it_belongs_to(string name, OptimizationMethod method, SamplerKind sampler)
    {
        RunDefinition definition = Apply(Generated, "--sampler", name);
        Assert.Equal((method, sampler), (definition.Method, definition.Sampler!.Value));
    }

    [Fact]
    public void Without_either_the_search_is_bayesian_with_the_sampler_of_its_method() =>
        Assert.Equal((OptimizationMethod.Bayesian, null), (Apply(Generated).Method, Apply(Generated).Sampler));

    [Fact]
    public void A_method_and_a_sampler_that_contradict_each_other_are_refused()
    {
        CommandException refusal = Assert.Throws<CommandException>(() => Apply(Generated, "--method", "genetic", "--sampler", "tpe"));
        Assert.Contains("Leave one of them out", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_trial_is_given_up_unless_a_pruner_is_named()
    {
        Assert.Null(Apply(Generated).Pruner);
        Assert.Null(Apply(Generated, "--pruner", "none").Pruner);
        Assert.Equal(PruningMethod.Median, Apply(Generated, "--pruner", "median").Pruner);
        Assert.Equal(PruningMethod.Hyperband, Apply(Generated, "--pruner", "hyperband").Pruner);
        Assert.Contains("halving", Parsed.ErrorsOf(_options, "--pruner", "half"), StringComparison.Ordinal);
    }

    [Fact]
    public void Objectives_are_named_with_weights_if_wanted()
    {
        Assert.Equal(ObjectiveSet.Default, Apply(Generated).Objectives);
        Assert.Equal(ObjectiveSet.Default, Apply(Generated, "--objectives", "sharpe,max_drawdown,profit_factor,cost").Objectives);
        ObjectiveSet two = Apply(Generated, "--objectives", "calmar:0.7, max_drawdown").Objectives;
        Assert.Equal([(ObjectiveMetric.CalmarRatio, 0.7), (ObjectiveMetric.MaxDrawdownPct, 0.3)], two.All.Select(o => (o.Metric, o.Weight)));
    }

    [Theory]
    [InlineData("sharpe,sharpe")]
    [InlineData("sharpe:-1")]
    [InlineData("sharpe:0")]
    [InlineData("luck")]
    [InlineData(",")]
    public void Objectives_that_make_no_sense_are_refused(string list) => Assert.NotEmpty(Parsed.ErrorsOf(_options, "--objectives", list));

    private RunDefinition Apply(RunDefinition definition, params string[] arguments) => _options.Apply(Parsed.By(_options, arguments), definition);
}
