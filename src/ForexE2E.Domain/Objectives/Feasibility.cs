using ForexE2E.Domain.Performance;

namespace ForexE2E.Domain.Objectives;

/// <summary>The limits a result must keep to be taken at all; checked before any objective.</summary>
/// <param name="MinTrades">Least number of trades.</param>
/// <param name="MaxDrawdownPct">Greatest drawdown in percent; null for no limit.</param>
/// <param name="MinWinRate">Least share of winning trades, as a fraction; null for no limit.</param>
/// <param name="MaxDailyLossPct">Greatest loss of one trading day in percent; null for no limit.</param>
/// <param name="MinSharpe">Least annual Sharpe ratio; null for no limit.</param>
public sealed record Feasibility(
    int MinTrades = 30,
    double? MaxDrawdownPct = null,
    double? MinWinRate = null,
    double? MaxDailyLossPct = null,
    double? MinSharpe = null)
{
    /// <summary>
    /// How far the limits are broken, 0 when all are kept: the sum of each shortfall relative to its limit. An undefined
    /// metric breaks its limit once over.
    /// </summary>
    public double Violation(PerformanceMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        double violation = Math.Max(0, MinTrades - metrics.TotalTrades) / (double)Math.Max(1, MinTrades);
        violation += Above(metrics.MaxDrawdownPct, MaxDrawdownPct);
        violation += Below(metrics.WinRate, MinWinRate);
        violation += Above(metrics.MaxDailyLossPct, MaxDailyLossPct);
        violation += Below(metrics.SharpeRatio, MinSharpe);
        return violation;
    }

    /// <summary>How far limits are broken that no later window can mend: drawdown and daily loss only ever grow; 0 for none.</summary>
    /// <param name="metrics">Over the first windows, chained.</param>
    public double ViolationBeyondMending(PerformanceMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return Above(metrics.MaxDrawdownPct, MaxDrawdownPct) + Above(metrics.MaxDailyLossPct, MaxDailyLossPct);
    }

    private static double Above(double value, double? limit) =>
        limit is { } l && value > l ? (value - l) / Math.Max(Math.Abs(l), 1e-9) : 0;

    private static double Below(double? value, double? limit) => limit is not { } l ? 0
        : value is not { } v ? 1
        : v < l ? (l - v) / Math.Max(Math.Abs(l), 1e-9) : 0;
}
