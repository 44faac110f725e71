using ForexE2E.Domain.Performance;

namespace ForexE2E.Host.Tests;

/// <summary>Metrics for tests that look at few of them.</summary>
internal static class Metrics
{
    public static PerformanceMetrics With(double? sharpe, int trades = 100) => new()
    {
        TotalReturn = 1234.56,
        TotalReturnPct = 1.23456,
        SharpeRatio = sharpe,
        MaxDrawdown = 500,
        MaxDrawdownPct = 0.5,
        TotalTrades = trades,
        WinningTrades = trades / 2,
        LosingTrades = trades / 2,
        TotalCosts = 100,
        SpreadCosts = 60,
        CommissionCosts = 30,
        SlippageCosts = 5,
        SwapCosts = 5,
        MaxDailyLossPct = 0.4,
        TradingDays = 100,
        PeriodsPerYear = 252,
    };
}
