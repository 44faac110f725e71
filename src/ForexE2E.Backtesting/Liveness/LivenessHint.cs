using ForexE2E.Domain.Parameters;

namespace ForexE2E.Backtesting.Liveness;

/// <summary>What data or bars would bring a dead parameter to life, in words for the user.</summary>
internal static class LivenessHint
{
    /// <summary>For a parameter that the run does not vary.</summary>
    public static string ForIdle(ParameterDefinition parameter, string reason) => reason switch
    {
        _ when reason.EndsWith("not built", StringComparison.Ordinal) => "nothing: this version has no such component",
        _ when reason.EndsWith("not asked for", StringComparison.Ordinal) => "name the component in --enable, or leave --enable out",
        _ when reason.Contains("VIX", StringComparison.Ordinal) => "name a VIX file with --vix that begins before the span ends",
        _ when reason.Contains("news", StringComparison.Ordinal) => "name a news file with --news",
        _ when reason.Contains("sentiment series", StringComparison.Ordinal) || reason.Contains("sentiment value", StringComparison.Ordinal) => "name a positioning file with --sentiment that begins before the span ends",
        _ when reason.Contains("volume", StringComparison.Ordinal) => "use bars of a source that records volume",
        _ when reason.Contains("fixed", StringComparison.Ordinal) => "leave the --fix out",
        _ => $"see the run's components; it acts as: {parameter.Effect}",
    };

    /// <summary>For a parameter that was varied without effect.</summary>
    public static string ForBars(ParameterDefinition parameter) => parameter.Name switch
    {
        "filter_vix_enabled" or "filter_vix_high_threshold" or "filter_vix_high_reduction_pct" => "trades on days after a VIX close of 20 or more",
        "filter_vix_extreme_threshold" or "filter_vix_extreme_reduction_pct" => "trades on days after a VIX close of 35 or more",
        "filter_sentiment_use_news" => "news of one tone while the crowd stands on one side",
        _ when parameter.Name.StartsWith("filter_sentiment", StringComparison.Ordinal) => "signals with the crowd while more than 60 % of it stand on one side for weeks",
        _ when parameter.Name.StartsWith("filter_volume", StringComparison.Ordinal) => "more signals: a longer span, or bars whose volume varies within the hour",
        "pattern_volume_threshold" or "pattern_use_volume_confirmation" => "bars with volume, and breakouts on 1.2 to 3 times the usual volume",
        _ when parameter.Name.StartsWith("pattern_trailing", StringComparison.Ordinal) => "pattern trades that run half of their target before they end: clear trends after breakouts",
        _ when parameter.Name.StartsWith("pattern", StringComparison.Ordinal) => "more chart patterns: a longer span, or finer bars",
        "risk_daily_loss_limit_pct" => "days that lose 2 % of equity or more: violent bars, or --leverage and sizes that allow it",
        "risk_use_time_based_exit" or "risk_max_holding_hours" => "trades open for more than 6 hours: calm or coarser bars",
        "risk_stop_loss_pct" => "bars whose average true range exceeds 0.2 % of the price, so that the hard stop is the nearest",
        _ when parameter.Name.StartsWith("risk", StringComparison.Ordinal) => "moves of 0.5 to 10 % of the price within a trade: volatile or coarser bars, other pairs",
        _ when parameter.Name.StartsWith("sizing_regime", StringComparison.Ordinal) => "trades signalled in that regime whose size the cap does not bind",
        "sizing_kelly_fraction" => "train spans whose trades have an edge: Kelly bets nothing without one",
        _ when parameter.Name.StartsWith("sizing", StringComparison.Ordinal) => "trades whose size is neither capped nor below one micro-lot",
        _ => "a longer span with more trades",
    };
}
