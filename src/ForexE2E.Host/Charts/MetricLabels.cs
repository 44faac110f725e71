namespace ForexE2E.Host.Charts;

/// <summary>Metrics as axes name them, with their unit.</summary>
internal static class MetricLabels
{
    public static string Of(string metric) => metric switch
    {
        "sharpe_ratio" => "Sharpe ratio (annual)",
        "sortino_ratio" => "Sortino ratio (annual)",
        "calmar_ratio" => "Calmar ratio (annual growth over drawdown)",
        "max_drawdown_pct" => "Maximum drawdown (% of the peak)",
        "profit_factor" => "Profit factor (profit over loss)",
        "cost_ratio" => "Costs over gross profit",
        "total_return_pct" => "Return (% of the start balance)",
        _ => metric,
    };
}
