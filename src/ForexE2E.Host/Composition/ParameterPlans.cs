using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Composition;

/// <summary>Values a user named, for all regimes or for each: texts by name, turned into a plan of complete sets.</summary>
/// <param name="ByRegime">One entry with Global, or one for each state of the market.</param>
internal sealed record ParameterPlans(IReadOnlyList<(Regime Regime, IReadOnlyList<KeyValuePair<string, string>> Texts)> ByRegime)
{
    /// <summary>The defaults everywhere.</summary>
    public static ParameterPlans Defaults { get; } = new([(Regime.Global, [])]);

    /// <summary>The plan, each set changed and repaired.</summary>
    /// <param name="complete">Makes a whole set of texts.</param>
    public ParameterPlan ToPlan(Func<IReadOnlyList<KeyValuePair<string, string>>, ParameterSet> complete) => ByRegime is [(Regime.Global, var texts)]
        ? complete(texts)
        : ParameterPlan.Switching([.. ByRegime.Select(r => new RegimeSet(r.Regime, complete(r.Texts)))]);
}
