namespace ForexE2E.Backtesting.Metrics;

/// <summary>Compound annual growth rate: (end/start)^(periods a year / periods) - 1, a fraction.</summary>
public static class AnnualGrowth
{
    /// <summary>Null without a period, when everything was lost, or when the rate is too great to be a number.</summary>
    /// <param name="growth">End over start.</param>
    public static double? Rate(double growth, int periods, double periodsPerYear)
    {
        if (periods < 1 || !(growth > 0))
        {
            return null;
        }

        double rate = Math.Pow(growth, periodsPerYear / periods) - 1;
        return double.IsFinite(rate) ? rate : null;
    }
}
