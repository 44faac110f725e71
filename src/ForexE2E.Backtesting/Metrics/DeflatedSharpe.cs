namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// What is left of the best of many Sharpe ratios (Bailey and Lopez de Prado, The Deflated Sharpe Ratio, 2014). Every trial
/// that ran counts, pruned and failed ones too; correlated trials must be counted as clusters by the caller.
/// </summary>
public static class DeflatedSharpe
{
    private const double EulerMascheroni = 0.5772156649015329;

    /// <summary>Expected maximum of N independent standard normal draws; null with fewer than two.</summary>
    public static double? ExpectedMaximum(double trials)
    {
        double? first = trials >= 2 ? NormalDistribution.Inverse(1 - (1 / trials)) : null;
        return ((1 - EulerMascheroni) * first) + (EulerMascheroni * NormalDistribution.Inverse(1 - (1 / (trials * Math.E))));
    }

    /// <summary>The hurdle: the ratio the best of N trials without skill is expected to reach, a period's.</summary>
    /// <param name="varianceOfTrials">Variance with n-1 of the trials' ratios, a period's.</param>
    public static double? Hurdle(double varianceOfTrials, double trials) => Math.Sqrt(varianceOfTrials) * ExpectedMaximum(trials);

    /// <summary>The probabilistic ratio against the hurdle.</summary>
    public static double? Probability(double sharpe, int observations, double skewness, double kurtosis, double varianceOfTrials, double trials) =>
        Hurdle(varianceOfTrials, trials) is { } hurdle
            ? ProbabilisticSharpe.Probability(sharpe, observations, skewness, kurtosis, hurdle)
            : null;

    /// <summary>
    /// Minimum backtest length in years: shorter, the best of N trials without skill is expected to show this annual ratio
    /// (Pseudo-Mathematics and Financial Charlatanism, 2014; exact form, not the 2 ln N bound).
    /// </summary>
    public static double? MinimumBacktestYears(double trials, double annualSharpe = 1) =>
        annualSharpe > 0 && ExpectedMaximum(trials) is { } most ? Math.Pow(most / annualSharpe, 2) : null;
}
