using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 8 parameters of portfolio weights (specification 4.2).</summary>
internal static class RiskfolioParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Categorical("riskfolio_risk_measure", ParameterGroup.Riskfolio, ["MV", "CVaR", "CDaR", "EVaR", "WR"], "MV",
            "Variance, conditional value at risk, conditional drawdown at risk, entropic value at risk (95 %), or worst realisation."),
        ParameterDefinition.Categorical("riskfolio_objective", ParameterGroup.Riskfolio, ["Sharpe", "MinRisk", "Utility", "MaxRet"], "Sharpe",
            "Greatest return for risk, least risk, return less aversion times risk, or greatest return.") with { LiveWhen = new ParameterCondition("riskfolio_use_risk_parity", 0) },
        ParameterDefinition.Float("riskfolio_risk_aversion", ParameterGroup.Riskfolio, 0.1, 5.0, 1.0, "factor",
            "Price of risk in the utility objective.", logScale: true) with { LiveWhen = new ParameterCondition("riskfolio_objective", 2) },
        ParameterDefinition.Float("riskfolio_max_weight", ParameterGroup.Riskfolio, 0.1, 0.5, 0.3, "fraction",
            "Greatest weight of a pair."),
        ParameterDefinition.Float("riskfolio_min_weight", ParameterGroup.Riskfolio, 0.0, 0.05, 0.0, "fraction",
            "Least weight of a pair."),
        ParameterDefinition.Float("riskfolio_risk_free_rate", ParameterGroup.Riskfolio, 0.0, 0.05, 0.0, "fraction a year",
            "Rate taken off the return in the ratio objective.") with { LiveWhen = new ParameterCondition("riskfolio_objective", 0) },
        ParameterDefinition.Bool("riskfolio_use_risk_parity", ParameterGroup.Riskfolio, false,
            "Equal risk contributions instead of the objective."),
        ParameterDefinition.Int("riskfolio_rebalance_freq", ParameterGroup.Riskfolio, 1, 30, 7, "days",
            "Days between re-optimisations, earlier on more than 10 % drift."),
    ];
}
