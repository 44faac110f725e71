namespace ForexE2E.Domain.Performance;

/// <summary>
/// What a backtest earned and risked. Money is in account currency; metrics keep their natural sign; what is not defined is
/// null, never NaN, infinity or 0. Formulas: docs/metrics.md.
/// </summary>
public sealed record PerformanceMetrics
{
    /// <summary>Money earned after all costs.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>Percent of the start balance.</summary>
    public required double TotalReturnPct { get; init; }

    /// <summary>Annualised, from daily equity returns; null with fewer than two days or without variance.</summary>
    public double? SharpeRatio { get; init; }

    /// <summary>Annualised, downside deviation over all days; null without a losing day.</summary>
    public double? SortinoRatio { get; init; }

    /// <summary>Annual growth over maximum drawdown; null without a drawdown.</summary>
    public double? CalmarRatio { get; init; }

    /// <summary>Money, bar by bar, open profit included; not negative.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>Percent of the running peak; not negative. Maximised apart from the money.</summary>
    public required double MaxDrawdownPct { get; init; }

    /// <summary>Winning trades over all trades, a fraction; null without trades.</summary>
    public double? WinRate { get; init; }

    /// <summary>Net wins over net losses; null without a losing trade.</summary>
    public double? ProfitFactor { get; init; }

    public required int TotalTrades { get; init; }

    public required int WinningTrades { get; init; }

    public required int LosingTrades { get; init; }

    /// <summary>Money a winning trade; null without one.</summary>
    public double? AvgWin { get; init; }

    /// <summary>Money a losing trade, positive; null without one.</summary>
    public double? AvgLoss { get; init; }

    /// <summary>Mean net money a trade; null without trades.</summary>
    public double? Expectancy { get; init; }

    /// <summary>Commission, spread, slippage and swap paid, money; swap earned is subtracted.</summary>
    public required double TotalCosts { get; init; }

    public required double SpreadCosts { get; init; }

    public required double CommissionCosts { get; init; }

    public required double SlippageCosts { get; init; }

    /// <summary>Paid is positive, earned negative.</summary>
    public required double SwapCosts { get; init; }

    /// <summary>Costs over the gross profit of winning trades; null without gross profit.</summary>
    public double? CostRatio { get; init; }

    /// <summary>Mean hours a position was held; null without trades.</summary>
    public double? AvgHoldingTimeHrs { get; init; }

    /// <summary>Loss of the worst trading day in percent; 0 when no day lost.</summary>
    public required double MaxDailyLossPct { get; init; }

    /// <summary>Annual growth rate as a fraction; null without a full trading day or when everything was lost.</summary>
    public double? Cagr { get; init; }

    /// <summary>Trading days the returns were taken over.</summary>
    public required int TradingDays { get; init; }

    /// <summary>Periods a year used to annualise.</summary>
    public required double PeriodsPerYear { get; init; }
}
