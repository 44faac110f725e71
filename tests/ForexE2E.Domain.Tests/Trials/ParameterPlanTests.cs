using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Tests.Trials;

public sealed class ParameterPlanTests
{
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;
    private static readonly ParameterSet Other = Defaults.With("risk_atr_period", 21);

    [Fact]
    public void A_plain_set_serves_all_regimes()
    {
        ParameterPlan plan = Defaults;
        Assert.Equal(Defaults, plan.Everywhere);
        Assert.All(RegimeNames.States, r => Assert.Equal(Defaults, plan.For(r)));
    }

    [Fact]
    public void A_restricted_set_serves_its_regime_and_no_other()
    {
        ParameterPlan plan = ParameterPlan.Only(Regime.Ranging, Defaults);
        Assert.Null(plan.Everywhere);
        Assert.Equal([null, null, Defaults, null], RegimeNames.States.Select(plan.For));
        Assert.Equal(plan, plan.ServedBy(Defaults));
    }

    [Fact]
    public void Four_equal_sets_are_one_set_everywhere() =>
        Assert.Equal(ParameterPlan.FromParameterSet(Defaults), ParameterPlan.Switching([.. RegimeNames.States.Select(r => new RegimeSet(r, Defaults))]));

    [Fact]
    public void A_set_that_serves_several_regimes_counts_once()
    {
        ParameterPlan plan = ParameterPlan.Switching([.. RegimeNames.States.Select((r, i) => new RegimeSet(r, i % 2 == 0 ? Defaults : Other))]);
        Assert.Equal([Defaults, Other], plan.Sets.AsEnumerable());
        Assert.Equal([null, Other, null, Other], RegimeNames.States.Select(plan.ServedBy(Other).For));
    }

    [Fact]
    public void Switching_needs_a_set_for_each_regime()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => ParameterPlan.Switching([new RegimeSet(Regime.Volatile, Defaults)]));
        Assert.Contains("trending_up, trending_down, ranging, volatile, had volatile", refusal.Message, StringComparison.Ordinal);
    }
}
