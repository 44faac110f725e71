using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
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

    [Fact]
    public void Stopping_early_takes_the_patience_of_the_specification()
    {
        Assert.Equal(new StopSettings(), Apply(Generated).Stopping);
        Assert.Equal(StopSettings.Specification with { TimeLimit = TimeSpan.FromHours(2) }, Apply(Generated, "--stop-early", "--time-limit", "2h").Stopping);
    }

    private RunDefinition Apply(RunDefinition definition, params string[] arguments) => _options.Apply(Parsed.By(_options, arguments), definition);
}
