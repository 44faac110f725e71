using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>The rules that trade a plan of several sets, or of one set in some regimes only.</summary>
internal static class PlanRules
{
    /// <summary>One rule for each different set, switched by the regime in force.</summary>
    /// <param name="rule">Makes the rule of a set that enters where the given plan has a set.</param>
    public static SwitchingRule Of(FittedWindow fit, ParameterPlan plan, Func<ParameterSet, ParameterPlan, EngineRule> rule)
    {
        ImmutableArray<ParameterSet> sets = plan.Sets;
        return new SwitchingRule(
            fit,
            // A set learns sizes from train trades in the regimes it serves, and in no others.
            sets.Select(s => rule(s, plan.ServedBy(s))),
            [.. RegimeNames.States.Select(state => plan.For(state) is { } set ? sets.IndexOf(set) : -1)]);
    }
}
