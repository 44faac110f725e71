using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Patterns;

/// <summary>
/// The 20 pattern parameters of specification 4.2, unpacked once a trial. Sizes and ages are bars, multipliers are pattern
/// heights, weights and thresholds are fractions of one.
/// </summary>
public sealed record PatternSettings
{
    /// <summary>Least quality for a pattern to act.</summary>
    public double ConfidenceThreshold { get; init; } = 0.6;

    /// <summary>A pattern's pivots must all lie within this many bars when its last pivot becomes known.</summary>
    public int LookbackBars { get; init; } = 50;

    /// <summary>Least bars of a leg; a pivot stands out over half as many on either side.</summary>
    public int SmallestLeg { get; init; } = 5;

    /// <summary>Most bars of a leg, the breakout leg included.</summary>
    public int LargestLeg { get; init; } = 15;

    /// <summary>Dead on bars without volume.</summary>
    public bool UseVolumeConfirmation { get; init; } = true;

    /// <summary>Multiple of the average volume that the breakout bar must exceed.</summary>
    public double VolumeThreshold { get; init; } = 1.5;

    public bool UseRegimeFilter { get; init; } = true;

    public int RegimeConfirmationBars { get; init; } = 5;

    /// <summary>Whether a breakout must be retested before it counts.</summary>
    public bool UseFalseBreakoutFilter { get; init; } = true;

    public int RetestBars { get; init; } = 3;

    public double TargetMultiplier { get; init; } = 2;

    public double StopMultiplier { get; init; } = 1;

    /// <summary>Fraction of the target distance in profit at which trailing starts.</summary>
    public double TrailingActivation { get; init; } = 1;

    /// <summary>Trailing distance as a fraction of the target distance.</summary>
    public double TrailingStep { get; init; } = 0.2;

    /// <summary>Bars after completion that a pattern stays tradable.</summary>
    public int MaxAgeBars { get; init; } = 20;

    /// <summary>Weight of the pattern score against the ensemble score, 0 to 1.</summary>
    public double ConfluenceWeight { get; init; } = 0.5;

    public bool UseTimeframeAlignment { get; init; } = true;

    public double SupportResistanceWeight { get; init; } = 0.3;

    public double TrendAlignmentWeight { get; init; } = 0.4;

    public bool UseMomentumConfirmation { get; init; } = true;

    /// <summary>Bars before a start after which a scan that began there says what a scan from the first bar says.</summary>
    public int WarmUpBars => MaxAgeBars + LargestLeg + SmallestLeg + 1;

    /// <exception cref="ParameterException">A pattern parameter is missing from the set.</exception>
    public static PatternSettings From(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new PatternSettings
        {
            ConfidenceThreshold = parameters["pattern_confidence_threshold"],
            LookbackBars = parameters.GetInt("pattern_lookback_period"),
            SmallestLeg = parameters.GetInt("pattern_min_pattern_size"),
            LargestLeg = parameters.GetInt("pattern_max_pattern_size"),
            UseVolumeConfirmation = parameters.GetBool("pattern_use_volume_confirmation"),
            VolumeThreshold = parameters["pattern_volume_threshold"],
            UseRegimeFilter = parameters.GetBool("pattern_use_regime_filter"),
            RegimeConfirmationBars = parameters.GetInt("pattern_regime_confirmation_bars"),
            UseFalseBreakoutFilter = parameters.GetBool("pattern_false_breakout_filter"),
            RetestBars = parameters.GetInt("pattern_breakout_retest_bars"),
            TargetMultiplier = parameters["pattern_target_multiplier"],
            StopMultiplier = parameters["pattern_stop_loss_multiplier"],
            TrailingActivation = parameters["pattern_trailing_activation_pct"],
            TrailingStep = parameters["pattern_trailing_step_pct"],
            MaxAgeBars = parameters.GetInt("pattern_max_age_bars"),
            ConfluenceWeight = parameters["pattern_confluence_weight"],
            UseTimeframeAlignment = parameters.GetBool("pattern_timeframe_alignment"),
            SupportResistanceWeight = parameters["pattern_support_resistance_weight"],
            TrendAlignmentWeight = parameters["pattern_trend_alignment_weight"],
            UseMomentumConfirmation = parameters.GetBool("pattern_momentum_confirmation"),
        };
    }
}
