using System.Collections.Immutable;

namespace ForexE2E.Strategy.Sizing;

/// <summary>
/// Vince's optimal f (Vince 1990): the fraction that maximises the terminal wealth relative, the product of 1 + f r / L over
/// the trades, L the largest loss. The logarithm is concave in f, so golden section finds its only peak.
/// </summary>
/// <param name="Fraction">0 to 1, to 1e-4; 0 without an edge.</param>
/// <param name="LargestLoss">As a fraction of notional, above zero.</param>
internal readonly record struct OptimalF(double Fraction, double LargestLoss)
{
    private const double Golden = 0.6180339887498949;
    private const double Precision = 1e-5;

    /// <summary>Null with fewer than <see cref="KellyCriterion.LeastTrades"/> trades or without a loss: there is nothing to scale by.</summary>
    public static OptimalF? Of(ImmutableArray<double> returns)
    {
        double worst = 0;
        foreach (double r in returns)
        {
            worst = Math.Min(worst, r);
        }

        return returns.Length < KellyCriterion.LeastTrades || worst == 0
            ? null
            : new OptimalF(Peak(returns, -worst), -worst);
    }

    private static double Peak(ImmutableArray<double> returns, double largestLoss)
    {
        double low = 0, high = 1;
        double left = high - Golden, right = Golden;
        double atLeft = LogWealth(returns, largestLoss, left), atRight = LogWealth(returns, largestLoss, right);
        while (high - low > Precision)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = LogWealth(returns, largestLoss, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = LogWealth(returns, largestLoss, right);
            }
        }

        return Math.Round((low + high) / 2 * 1e4) / 1e4;
    }

    private static double LogWealth(ImmutableArray<double> returns, double largestLoss, double f)
    {
        double sum = 0;
        foreach (double r in returns)
        {
            sum += Math.Log(1 + (f * r / largestLoss));
        }

        return sum;
    }
}
