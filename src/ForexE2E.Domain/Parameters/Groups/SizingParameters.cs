using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 10 parameters of position sizes (specification 4.2).</summary>
internal static class SizingParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Categorical("sizing_method", ParameterGroup.Sizing, ["fixed_fraction", "kelly", "optimal_f", "volatility_adjusted"], "fixed_fraction",
            "How the base size follows from risk: stop distance, Kelly share, optimal f, or target volatility."),
        ParameterDefinition.Float("sizing_base_risk_pct", ParameterGroup.Sizing, 0.5, 2.0, 1.0, "percent of equity",
            "Equity put at risk by a trade of full size."),
        ParameterDefinition.Float("sizing_kelly_fraction", ParameterGroup.Sizing, 0.1, 0.5, 0.25, "fraction",
            "Share of the Kelly bet from the train window that is taken.") with { LiveWhen = new ParameterCondition("sizing_method", 1) },
        ParameterDefinition.Float("sizing_max_position_size_pct", ParameterGroup.Sizing, 10.0, 50.0, 20.0, "percent of equity times leverage",
            "Greatest notional of a position."),
        ParameterDefinition.Float("sizing_regime_trending_multiplier", ParameterGroup.Sizing, 1.0, 2.0, 1.5, "factor",
            "Size in trending regimes."),
        ParameterDefinition.Float("sizing_regime_ranging_multiplier", ParameterGroup.Sizing, 0.5, 1.0, 0.7, "factor",
            "Size in the ranging regime."),
        ParameterDefinition.Float("sizing_regime_volatile_multiplier", ParameterGroup.Sizing, 0.3, 0.8, 0.5, "factor",
            "Size in the volatile regime."),
        ParameterDefinition.Bool("sizing_confidence_scaling", ParameterGroup.Sizing, true,
            "Scales size with the confidence of the signal."),
        ParameterDefinition.Float("sizing_confidence_min_multiplier", ParameterGroup.Sizing, 0.3, 0.7, 0.5, "factor",
            "Size at the least confidence that trades.") with { LiveWhen = new ParameterCondition("sizing_confidence_scaling", 1) },
        ParameterDefinition.Float("sizing_confidence_max_multiplier", ParameterGroup.Sizing, 1.0, 2.0, 1.5, "factor",
            "Size at full confidence.") with { LiveWhen = new ParameterCondition("sizing_confidence_scaling", 1) },
    ];
}
