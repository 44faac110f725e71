using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 20 parameters of chart patterns (specification 4.2).</summary>
internal static class PatternsParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Float("pattern_confidence_threshold", ParameterGroup.Patterns, 0.5, 0.9, 0.6, "fraction",
            "Least quality for a pattern to act."),
        ParameterDefinition.Int("pattern_lookback_period", ParameterGroup.Patterns, 20, 100, 50, "bars",
            "Bars searched for pivots."),
        ParameterDefinition.Int("pattern_min_pattern_size", ParameterGroup.Patterns, 3, 10, 5, "bars",
            "Size of the smallest swing between neighbouring pivots."),
        ParameterDefinition.Int("pattern_max_pattern_size", ParameterGroup.Patterns, 10, 30, 15, "bars",
            "Size of the largest swing between neighbouring pivots."),
        ParameterDefinition.Bool("pattern_use_volume_confirmation", ParameterGroup.Patterns, true,
            "Requires the breakout bar's volume to exceed the threshold."),
        ParameterDefinition.Float("pattern_volume_threshold", ParameterGroup.Patterns, 1.2, 3.0, 1.5, "multiple of average",
            "Volume that confirms a breakout.") with { LiveWhen = new ParameterCondition("pattern_use_volume_confirmation", 1) },
        ParameterDefinition.Bool("pattern_use_regime_filter", ParameterGroup.Patterns, true,
            "Requires the pattern direction to fit the regime."),
        ParameterDefinition.Int("pattern_regime_confirmation_bars", ParameterGroup.Patterns, 3, 10, 5, "bars",
            "Bars the regime must have held.") with { LiveWhen = new ParameterCondition("pattern_use_regime_filter", 1) },
        ParameterDefinition.Bool("pattern_false_breakout_filter", ParameterGroup.Patterns, true,
            "Requires a retest after the breakout."),
        ParameterDefinition.Int("pattern_breakout_retest_bars", ParameterGroup.Patterns, 2, 8, 3, "bars",
            "Bars within which the retest must come.") with { LiveWhen = new ParameterCondition("pattern_false_breakout_filter", 1) },
        ParameterDefinition.Float("pattern_target_multiplier", ParameterGroup.Patterns, 1.0, 3.0, 2.0, "pattern heights",
            "Distance of the target."),
        ParameterDefinition.Float("pattern_stop_loss_multiplier", ParameterGroup.Patterns, 0.5, 1.5, 1.0, "pattern heights",
            "Distance of the technical stop."),
        ParameterDefinition.Float("pattern_trailing_activation_pct", ParameterGroup.Patterns, 0.5, 2.0, 1.0, "fraction of the target distance",
            "Profit at which trailing starts for pattern trades."),
        ParameterDefinition.Float("pattern_trailing_step_pct", ParameterGroup.Patterns, 0.1, 0.5, 0.2, "fraction of the target distance",
            "Trailing distance of pattern trades."),
        ParameterDefinition.Int("pattern_max_age_bars", ParameterGroup.Patterns, 5, 50, 20, "bars",
            "Bars after completion that a pattern stays tradable."),
        ParameterDefinition.Float("pattern_confluence_weight", ParameterGroup.Patterns, 0.0, 1.0, 0.5, "fraction",
            "Weight of the pattern score against the ensemble score in the signal."),
        ParameterDefinition.Bool("pattern_timeframe_alignment", ParameterGroup.Patterns, true,
            "Requires the next higher timeframe's trend to agree."),
        ParameterDefinition.Float("pattern_support_resistance_weight", ParameterGroup.Patterns, 0.0, 1.0, 0.3, "weight",
            "Weight of nearness to support or resistance in quality."),
        ParameterDefinition.Float("pattern_trend_alignment_weight", ParameterGroup.Patterns, 0.0, 1.0, 0.4, "weight",
            "Weight of trend agreement in quality."),
        ParameterDefinition.Bool("pattern_momentum_confirmation", ParameterGroup.Patterns, true,
            "Requires momentum (RSI and MACD sign) to agree."),
    ];
}
