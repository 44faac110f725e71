namespace ForexE2E.Strategy.Riskfolio.Measures;

/// <summary>
/// Values of the risk measures on a series of portfolio returns, and the share of each period in the gradient: the derivative of the
/// risk in a weight is minus the sum of share times that asset's return. Where a measure has a kink, the shares are one of its subgradients.
/// </summary>
internal static class RiskValues
{
    /// <summary>Value of a measure; the tail is a fraction of the periods.</summary>
    /// <param name="shares">Receives one share for each period.</param>
    public static double Evaluate(RiskMeasure measure, ReadOnlySpan<double> returns, double tail, Span<double> shares) => measure switch
    {
        RiskMeasure.MV => Variance(returns, shares),
        RiskMeasure.CVaR => ConditionalValueAtRisk(returns, tail, shares),
        RiskMeasure.CDaR => ConditionalDrawdown(returns, tail, shares),
        RiskMeasure.EVaR => EntropicValueAtRisk.Of(returns, tail, shares),
        RiskMeasure.WR => WorstRealisation(returns, shares),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown risk measure."),
    };

    /// <summary>Drawdowns of uncompounded returns below their peak so far, the start counting as one.</summary>
    /// <param name="peaks">Receives the period after which the peak stood; 0 is the start.</param>
    public static void Drawdowns(ReadOnlySpan<double> returns, Span<double> drawdowns, Span<int> peaks)
    {
        double level = 0, peak = 0;
        int at = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            level += returns[t];
            if (level > peak)
            {
                (peak, at) = (level, t + 1);
            }

            (drawdowns[t], peaks[t]) = (peak - level, at);
        }
    }

    private static double Variance(ReadOnlySpan<double> returns, Span<double> shares)
    {
        double mean = Vectors.Sum(returns) / returns.Length;
        double sum = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            double off = returns[t] - mean;
            sum += off * off;
            shares[t] = -2 * off / (returns.Length - 1);
        }

        return sum / (returns.Length - 1);
    }

    private static double ConditionalValueAtRisk(ReadOnlySpan<double> returns, double tail, Span<double> shares)
    {
        double[] losses = new double[returns.Length];
        for (int t = 0; t < losses.Length; t++)
        {
            losses[t] = -returns[t];
        }

        return TailMean(losses, tail, shares);
    }

    private static double ConditionalDrawdown(ReadOnlySpan<double> returns, double tail, Span<double> shares)
    {
        int count = returns.Length;
        double[] drawdowns = new double[count];
        int[] peaks = new int[count];
        Drawdowns(returns, drawdowns, peaks);
        double[] own = new double[count];
        double value = TailMean(drawdowns, tail, own);
        // A drawdown is the sum of the losses since its peak: each of these periods has its share.
        double[] steps = new double[count + 1];
        for (int t = 0; t < count; t++)
        {
            steps[peaks[t]] += own[t];
            steps[t + 1] -= own[t];
        }

        double running = 0;
        for (int t = 0; t < count; t++)
        {
            running += steps[t];
            // What should cancel may leave dust behind.
            shares[t] = Math.Abs(running) < 1e-15 ? 0 : running;
        }

        return value;
    }

    private static double WorstRealisation(ReadOnlySpan<double> returns, Span<double> shares)
    {
        int worst = 0;
        for (int t = 1; t < returns.Length; t++)
        {
            worst = returns[t] < returns[worst] ? t : worst;
        }

        shares.Clear();
        shares[worst] = 1;
        return -returns[worst];
    }

    // Mean of the largest losses that make up the tail; the last of them counts in part. Sorts the losses.
    private static double TailMean(double[] losses, double tail, Span<double> shares)
    {
        int[] order = new int[losses.Length];
        for (int t = 0; t < order.Length; t++)
        {
            order[t] = t;
        }

        Array.Sort(losses, order);
        shares.Clear();
        double size = Math.Min(losses.Length, tail * losses.Length);
        double left = size, value = 0;
        for (int i = losses.Length - 1; i >= 0 && left > 0; i--)
        {
            double share = Math.Min(1, left) / size;
            shares[order[i]] = share;
            value += share * losses[i];
            left -= 1;
        }

        return value;
    }
}
