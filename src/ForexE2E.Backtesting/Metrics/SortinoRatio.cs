namespace ForexE2E.Backtesting.Metrics;

/// <summary>Mean return above a target over the downside deviation, which counts all returns (Sortino and Price 1994).</summary>
public static class SortinoRatio
{
    /// <summary>Root of the mean of min(0, return - target)^2 over all returns; 0 when none fell short.</summary>
    public static double DownsideDeviation(ReadOnlySpan<double> returns, double target = 0)
    {
        double squares = 0;
        foreach (double value in returns)
        {
            double shortfall = Math.Min(0, value - target);
            squares += shortfall * shortfall;
        }

        return returns.IsEmpty ? 0 : Math.Sqrt(squares / returns.Length);
    }

    /// <summary>A period's ratio; null with fewer than two returns or when none fell short of the target.</summary>
    public static double? PerPeriod(ReadOnlySpan<double> returns, double target = 0)
    {
        double deviation = DownsideDeviation(returns, target);
        return returns.Length < 2 || deviation == 0 ? null : (Moments.Of(returns).Mean - target) / deviation;
    }

    /// <summary>The period's ratio times the square root of the periods a year.</summary>
    public static double? Annual(ReadOnlySpan<double> returns, double periodsPerYear, double target = 0) =>
        PerPeriod(returns, target) * Math.Sqrt(periodsPerYear);
}
