using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Strategy.Tests;

public sealed class StrategyComponentsTests
{
    private static readonly RunDefinition Run = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2022, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
    };

    [Fact]
    public void A_component_that_is_not_built_says_so_and_one_not_asked_for_too()
    {
        ImmutableArray<ComponentStatus> statuses = StrategyComponents.Statuses(Run with { Components = [Component.Sssd] });
        Assert.Equal(7, statuses.Length);
        Assert.Contains(new ComponentStatus(Component.Sssd, false, "component not built"), statuses);
        Assert.Contains(new ComponentStatus(Component.Vix, false, "not asked for"), statuses);
    }

    [Fact]
    public void Only_risk_and_sizing_are_sampled()
    {
        ParameterSpace space = ParameterCatalog.Space(StrategyComponents.FixedParameters(Run));
        Assert.Equal(22, space.Sampled.Length);
        Assert.All(space.Sampled, i => Assert.True(space.Definitions[i].Group is ParameterGroup.Risk or ParameterGroup.Sizing));
        Assert.All(space.Fixed, f => Assert.EndsWith("not built", f.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void What_lies_below_a_switch_fixed_off_is_fixed_with_the_reason()
    {
        ImmutableArray<FixedParameter> all = StrategyComponents.FixedParameters(Run with { FixedParameters = Run.FixedParameters.Add("risk_use_trailing_stop", "false") });
        Assert.Contains(new FixedParameter("risk_use_trailing_stop", 0, "fixed by the user"), all);
        Assert.Contains(new FixedParameter("risk_trailing_stop_pct", 1, "risk_use_trailing_stop is fixed at false"), all);
    }

    [Fact]
    public void An_unknown_fixed_parameter_is_refused()
    {
        ParameterException error = Assert.Throws<ParameterException>(() =>
            StrategyComponents.FixedParameters(Run with { FixedParameters = Run.FixedParameters.Add("risk_stop_los_pct", "2") }));
        Assert.Contains("risk_stop_loss_pct", error.Message, StringComparison.Ordinal);
    }
}
