using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 15 parameters of the VIX, sentiment and volume filters (specification 4.2).</summary>
internal static class FiltersParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Bool("filter_vix_enabled", ParameterGroup.Filters, true,
            "Reduces size when the VIX is high."),
        ParameterDefinition.Float("filter_vix_high_threshold", ParameterGroup.Filters, 20.0, 40.0, 30.0, "VIX points",
            "Level from which size is reduced.") with { LiveWhen = new ParameterCondition("filter_vix_enabled", 1) },
        ParameterDefinition.Float("filter_vix_extreme_threshold", ParameterGroup.Filters, 35.0, 60.0, 50.0, "VIX points",
            "Level from which size is reduced strongly.") with { LiveWhen = new ParameterCondition("filter_vix_enabled", 1) },
        ParameterDefinition.Float("filter_vix_high_reduction_pct", ParameterGroup.Filters, 0.3, 0.7, 0.5, "fraction",
            "Reduction at the high level.") with { LiveWhen = new ParameterCondition("filter_vix_enabled", 1) },
        ParameterDefinition.Float("filter_vix_extreme_reduction_pct", ParameterGroup.Filters, 0.5, 0.9, 0.7, "fraction",
            "Reduction at the extreme level.") with { LiveWhen = new ParameterCondition("filter_vix_enabled", 1) },
        ParameterDefinition.Bool("filter_sentiment_enabled", ParameterGroup.Filters, true,
            "Acts against a one-sided crowd."),
        ParameterDefinition.Float("filter_sentiment_contrarian_threshold", ParameterGroup.Filters, 0.6, 0.9, 0.75, "fraction",
            "Share of the crowd on one side that counts as one-sided.") with { LiveWhen = new ParameterCondition("filter_sentiment_enabled", 1) },
        ParameterDefinition.Float("filter_sentiment_confidence_threshold", ParameterGroup.Filters, 0.5, 0.8, 0.6, "fraction",
            "Confidence the crowd reading needs.") with { LiveWhen = new ParameterCondition("filter_sentiment_enabled", 1) },
        ParameterDefinition.Float("filter_sentiment_fade_strength", ParameterGroup.Filters, 0.5, 1.5, 1.0, "factor",
            "How strongly a signal with the crowd is inverted or reduced.") with { LiveWhen = new ParameterCondition("filter_sentiment_enabled", 1) },
        ParameterDefinition.Bool("filter_sentiment_use_news", ParameterGroup.Filters, false,
            "Blends the news series into the crowd reading.") with { LiveWhen = new ParameterCondition("filter_sentiment_enabled", 1) },
        ParameterDefinition.Bool("filter_volume_enabled", ParameterGroup.Filters, true,
            "Checks volume before an entry."),
        ParameterDefinition.Int("filter_volume_obv_period", ParameterGroup.Filters, 10, 50, 20, "bars",
            "Bars of the on-balance-volume slope that must agree.") with { LiveWhen = new ParameterCondition("filter_volume_enabled", 1) },
        ParameterDefinition.Int("filter_volume_vwap_period", ParameterGroup.Filters, 20, 100, 50, "bars",
            "Bars of the volume-weighted price whose side must agree.") with { LiveWhen = new ParameterCondition("filter_volume_enabled", 1) },
        ParameterDefinition.Float("filter_volume_spike_threshold", ParameterGroup.Filters, 1.5, 3.0, 2.0, "multiple of average",
            "Volume that lifts confidence.") with { LiveWhen = new ParameterCondition("filter_volume_enabled", 1) },
        ParameterDefinition.Float("filter_volume_min_liquidity_pct", ParameterGroup.Filters, 0.5, 0.9, 0.7, "fraction of the hour's average",
            "Volume below which a trade is skipped.") with { LiveWhen = new ParameterCondition("filter_volume_enabled", 1) },
    ];
}
