namespace ForexE2E.Backtesting.Metrics;

/// <summary>Mean excess return over its standard deviation with n-1 (Sharpe 1994).</summary>
public static class SharpeRatio
{
    /// <summary>A period's ratio; null with fewer than two returns or without variance.</summary>
    public static double? PerPeriod(ReadOnlySpan<double> returns, double riskFreePerPeriod = 0)
    {
        Moments moments = Moments.Of(returns);
        return (moments.Mean - riskFreePerPeriod) / moments.StandardDeviation;
    }

    /// <summary>The period's ratio times the square root of the periods a year.</summary>
    public static double? Annual(ReadOnlySpan<double> returns, double periodsPerYear, double riskFreePerPeriod = 0) =>
        PerPeriod(returns, riskFreePerPeriod) * Math.Sqrt(periodsPerYear);
}
