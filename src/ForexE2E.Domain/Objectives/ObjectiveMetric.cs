namespace ForexE2E.Domain.Objectives;

/// <summary>Metrics that may be an objective.</summary>
public enum ObjectiveMetric
{
    SharpeRatio,

    /// <summary>Percent of the running peak.</summary>
    MaxDrawdownPct,
    ProfitFactor,

    /// <summary>Costs over gross profit.</summary>
    CostRatio,
    CalmarRatio,
    SortinoRatio,

    /// <summary>Percent of the start balance.</summary>
    TotalReturnPct,
}
