namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// How sure a Sharpe ratio is (Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, 2012). All ratios are a
/// period's, never annualised; kurtosis is 3 for a normal sample.
/// </summary>
public static class ProbabilisticSharpe
{
    /// <summary>Probability that the true ratio exceeds the benchmark; null with fewer than two observations or impossible moments.</summary>
    public static double? Probability(double sharpe, int observations, double skewness, double kurtosis, double benchmark = 0)
    {
        double spread = Spread(sharpe, skewness, kurtosis);
        return observations < 2 || !(spread > 0)
            ? null
            : NormalDistribution.Cumulative((sharpe - benchmark) * Math.Sqrt(observations - 1) / Math.Sqrt(spread));
    }

    /// <summary>Minimum track record length: observations needed to be sure to the confidence; null when the ratio does not exceed the benchmark.</summary>
    public static double? MinimumTrackRecord(double sharpe, double skewness, double kurtosis, double benchmark = 0, double confidence = 0.95)
    {
        double spread = Spread(sharpe, skewness, kurtosis);
        double? z = NormalDistribution.Inverse(confidence);
        return z is null || sharpe <= benchmark || !(spread > 0) ? null : 1 + (spread * Math.Pow(z.Value / (sharpe - benchmark), 2));
    }

    private static double Spread(double sharpe, double skewness, double kurtosis) =>
        1 - (skewness * sharpe) + ((kurtosis - 1) / 4 * sharpe * sharpe);
}
