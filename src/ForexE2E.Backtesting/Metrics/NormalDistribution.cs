namespace ForexE2E.Backtesting.Metrics;

/// <summary>The standard normal distribution and its inverse, to about 14 digits.</summary>
public static class NormalDistribution
{
    private const double Tail = 3.0;
    private static readonly double RootOfTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>Probability of a value not above z. Near the middle by the series 26.2.11, in the tails by the continued fraction 26.2.14 of Abramowitz and Stegun (1964).</summary>
    public static double Cumulative(double z)
    {
        double x = Math.Abs(z);
        double upper = x < Tail ? 0.5 - (Density(x) * Series(x)) : Density(x) * Fraction(x);
        return z > 0 ? 1 - upper : upper;
    }

    /// <summary>The z whose cumulative probability is p; null unless 0 &lt; p &lt; 1. Halley steps from the middle of the mirrored half.</summary>
    public static double? Inverse(double p)
    {
        if (!(p > 0 && p < 1))
        {
            return null;
        }

        bool isUpper = p > 0.5;
        double tail = isUpper ? 1 - p : p;
        // Start by 26.2.22 of the same book, good to 0.003: the steps triple the digits.
        double t = Math.Sqrt(-2 * Math.Log(tail));
        double z = ((2.30753 + (0.27061 * t)) / (1 + (t * (0.99229 + (0.04481 * t))))) - t;
        for (int step = 0; step < 4; step++)
        {
            double newton = (Cumulative(z) - tail) / Density(z);
            z -= newton / (1 + (0.5 * z * newton));
        }

        return isUpper ? -z : z;
    }

    private static double Density(double z) => Math.Exp(-0.5 * z * z) / RootOfTwoPi;

    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int odd = 3; term > sum * 1e-17; odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double x)
    {
        double value = x;
        for (int k = 160; k >= 1; k--)
        {
            value = x + (k / value);
        }

        return 1 / value;
    }
}
