using System.Collections.Immutable;

namespace ForexE2E.Backtesting.Liveness;

/// <summary>A parameter set from which changes are tried: the defaults but for a few values.</summary>
/// <param name="Name">Short, for tables.</param>
/// <param name="Why">What it uncovers, in words.</param>
/// <param name="Changes">Names and values as text, applied in order; values of parameters a run fixes are left out.</param>
public sealed record BasePoint(string Name, string Why, ImmutableArray<(string Name, string Value)> Changes)
{
    private static readonly ImmutableArray<(string, string)> WideStops =
    [
        ("risk_stop_loss_pct", "5"), ("risk_take_profit_pct", "10"), ("risk_atr_multiplier", "3"), ("risk_atr_period", "30"),
    ];

    private static readonly ImmutableArray<(string, string)> Patient =
        [.. WideStops, ("risk_use_time_based_exit", "false"), ("filter_volume_enabled", "false")];

    private static readonly ImmutableArray<(string, string)> PatternsSpeak =
    [
        ("pattern_confluence_weight", "0.4"), ("pattern_confidence_threshold", "0.5"), ("pattern_use_regime_filter", "false"),
        ("pattern_false_breakout_filter", "false"), ("pattern_timeframe_alignment", "false"), ("pattern_momentum_confirmation", "false"),
        ("pattern_use_volume_confirmation", "false"), ("pattern_max_age_bars", "50"), ("pattern_lookback_period", "100"), ("filter_volume_enabled", "false"),
    ];

    /// <summary>The defaults: what a parameter must be judged from first.</summary>
    public static BasePoint Defaults { get; } = new("defaults", "nothing but the parameter's own live-when condition differs from the defaults", []);

    /// <summary>All, in the order they are tried.</summary>
    public static ImmutableArray<BasePoint> All { get; } =
    [
        Defaults,
        new("without volume filter", "entries that the volume filter would skip", [("filter_volume_enabled", "false")]),
        new("wide stops", "positions live long enough to reach trailing, breakeven and target", WideStops),
        new("wide stops, no time limit", "positions end only by price", Patient),
        new("nothing but the hard stop", "neither trailing nor breakeven ends a trade first", [.. Patient, ("risk_use_trailing_stop", "false"), ("risk_use_breakeven_stop", "false")]),
        new("large bets", "losses of a day reach its limit, positions their cap", [("sizing_base_risk_pct", "2"), ("sizing_max_position_size_pct", "50"), ("sizing_confidence_scaling", "false"), ("sizing_regime_volatile_multiplier", "0.8"), ("filter_volume_enabled", "false")]),
        new("small bets", "the cap does not bind, so that factors of the size show", [("sizing_base_risk_pct", "0.5"), ("sizing_max_position_size_pct", "50"), .. WideStops, ("filter_volume_enabled", "false")]),
        new("patterns speak", "every pattern is heard and blended lightly", PatternsSpeak),
        new("pattern trades run", "pattern trades trail early and other stops are far", [.. PatternsSpeak, .. WideStops, ("pattern_trailing_activation_pct", "0.5"), ("risk_use_breakeven_stop", "false")]),
        new("eager filters", "VIX and crowd act from their lowest thresholds on", [("filter_vix_high_threshold", "20"), ("filter_vix_extreme_threshold", "35"), ("filter_sentiment_contrarian_threshold", "0.6"), ("filter_sentiment_confidence_threshold", "0.5"), ("filter_volume_enabled", "false")]),
        new("Kelly", "sizes by Kelly", [("sizing_method", "kelly"), ("filter_volume_enabled", "false")]),
        new("volatility sizes", "sizes do not depend on stops", [("sizing_method", "volatility_adjusted"), ("filter_volume_enabled", "false")]),
    ];

    /// <summary>Whether this is the plain default point.</summary>
    public bool IsDefaults => Changes.IsEmpty;
}
