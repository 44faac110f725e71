namespace ForexE2E.Backtesting.Metrics;

/// <summary>Annual growth rate over the maximum drawdown, both fractions (Young 1991).</summary>
public static class CalmarRatio
{
    /// <summary>Null without a drawdown or without a growth rate.</summary>
    public static double? Of(double? annualGrowth, double maxDrawdownFraction) => maxDrawdownFraction > 0 ? annualGrowth / maxDrawdownFraction : null;
}
