namespace ForexE2E.Backtesting.Metrics;

/// <summary>Scaling of a Sharpe ratio to q periods when returns are autocorrelated (Lo, The Statistics of Sharpe Ratios, 2002).</summary>
public static class LoFactor
{
    /// <summary>Autocorrelation at a lag, with the full sample's mean and variance; null without variance.</summary>
    public static double? Autocorrelation(ReadOnlySpan<double> returns, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        Moments moments = Moments.Of(returns);
        if (moments.StandardDeviation is null)
        {
            return null;
        }

        double squares = 0, products = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            double d = returns[i] - moments.Mean;
            squares += d * d;
            products += i >= lag ? d * (returns[i - lag] - moments.Mean) : 0;
        }

        return products / squares;
    }

    /// <summary>q / sqrt(q + 2 * sum over k &lt; q of (q-k)*rho_k), in place of sqrt(q); null without variance or when the root is not of a positive number.</summary>
    public static double? Of(ReadOnlySpan<double> returns, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        double? sum = periods;
        for (int lag = 1; lag < periods; lag++)
        {
            sum += 2 * (periods - lag) * Autocorrelation(returns, lag);
        }

        return sum > 0 ? periods / Math.Sqrt(sum.Value) : null;
    }
}
