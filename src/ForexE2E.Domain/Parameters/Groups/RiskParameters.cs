using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 12 parameters of stops, targets and exits (specification 4.2).</summary>
internal static class RiskParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Float("risk_stop_loss_pct", ParameterGroup.Risk, 0.5, 5.0, 2.0, "percent of price",
            "Hard stop distance from the entry."),
        ParameterDefinition.Float("risk_take_profit_pct", ParameterGroup.Risk, 1.0, 10.0, 4.0, "percent of price",
            "Target distance from the entry."),
        ParameterDefinition.Float("risk_trailing_stop_pct", ParameterGroup.Risk, 0.5, 3.0, 1.0, "percent of price",
            "Distance the trailing stop keeps from the best price.") with { LiveWhen = new ParameterCondition("risk_use_trailing_stop", 1) },
        ParameterDefinition.Float("risk_trailing_activation_pct", ParameterGroup.Risk, 0.5, 2.0, 1.0, "percent of price",
            "Profit at which trailing starts.") with { LiveWhen = new ParameterCondition("risk_use_trailing_stop", 1) },
        ParameterDefinition.Float("risk_atr_multiplier", ParameterGroup.Risk, 1.0, 3.0, 2.0, "average true ranges",
            "Distance of the volatility stop from the entry."),
        ParameterDefinition.Int("risk_atr_period", ParameterGroup.Risk, 10, 30, 14, "bars",
            "Bars the average true range is taken over."),
        ParameterDefinition.Bool("risk_use_trailing_stop", ParameterGroup.Risk, true,
            "Trails the stop behind the best price."),
        ParameterDefinition.Bool("risk_use_time_based_exit", ParameterGroup.Risk, true,
            "Closes positions held too long."),
        ParameterDefinition.Int("risk_max_holding_hours", ParameterGroup.Risk, 6, 48, 24, "hours",
            "Longest holding time.") with { LiveWhen = new ParameterCondition("risk_use_time_based_exit", 1) },
        ParameterDefinition.Float("risk_daily_loss_limit_pct", ParameterGroup.Risk, 2.0, 5.0, 3.0, "percent of equity",
            "Loss since the start of the trading day that closes all and blocks entries until the next."),
        ParameterDefinition.Bool("risk_use_breakeven_stop", ParameterGroup.Risk, true,
            "Moves the stop to the entry once in profit."),
        ParameterDefinition.Float("risk_breakeven_trigger_pct", ParameterGroup.Risk, 0.5, 1.5, 1.0, "percent of price",
            "Profit at which the stop moves to the entry.") with { LiveWhen = new ParameterCondition("risk_use_breakeven_stop", 1) },
    ];
}
