using System.Collections.Immutable;
using ForexE2E.Domain.Parameters.Groups;

namespace ForexE2E.Domain.Parameters;

/// <summary>The 90 parameters of the trading engine and the orders between them (specification 4.2).</summary>
public static class ParameterCatalog
{
    /// <summary>In the order of the specification: 10 SSSD, 8 portfolio, 20 patterns, 15 RL, 12 risk, 10 sizing, 15 filters.</summary>
    public static ParameterList All { get; } = new(
    [
        .. SssdParameters.Definitions,
        .. RiskfolioParameters.Definitions,
        .. PatternsParameters.Definitions,
        .. RlParameters.Definitions,
        .. RiskParameters.Definitions,
        .. SizingParameters.Definitions,
        .. FiltersParameters.Definitions,
    ]);

    /// <summary>Orders that every stored set keeps.</summary>
    public static ImmutableArray<ParameterConstraint> Constraints { get; } =
    [
        new("risk_stop_loss_pct", "risk_take_profit_pct", 0.01),
        new("risk_breakeven_trigger_pct", "risk_take_profit_pct", 0.01),
        new("risk_trailing_activation_pct", "risk_take_profit_pct", 0),
        new("pattern_min_pattern_size", "pattern_max_pattern_size", 1),
        new("filter_vix_high_threshold", "filter_vix_extreme_threshold", 0.1),
        new("sizing_confidence_min_multiplier", "sizing_confidence_max_multiplier", 0),
        new("riskfolio_min_weight", "riskfolio_max_weight", 0),
    ];

    /// <summary>The catalogue as a search space with the given parameters held fixed.</summary>
    public static ParameterSpace Space(IEnumerable<FixedParameter> fixedParameters) => new(All, Constraints, fixedParameters);

    /// <summary>Group names as the tables spell them.</summary>
    public static string ToName(this ParameterGroup group) => group switch
    {
        ParameterGroup.Sssd => "sssd",
        ParameterGroup.Riskfolio => "riskfolio",
        ParameterGroup.Patterns => "patterns",
        ParameterGroup.Rl => "rl",
        ParameterGroup.Risk => "risk",
        ParameterGroup.Sizing => "sizing",
        ParameterGroup.Filters => "filters",
        _ => "other",
    };
}
