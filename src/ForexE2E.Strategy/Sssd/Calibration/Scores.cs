using MathNet.Numerics.Distributions;

namespace ForexE2E.Strategy.Sssd.Calibration;

/// <summary>Losses of forecasts against what came.</summary>
internal static class Scores
{
    /// <summary>Score of a sample in ascending order, unbiased in its size (fair CRPS: Ferro 2014).</summary>
    public static double Crps(ReadOnlySpan<float> sorted, double value)
    {
        int n = sorted.Length;
        double distance = 0;
        double spread = 0;
        for (int i = 0; i < n; i++)
        {
            distance += Math.Abs(sorted[i] - value);
            spread += ((2.0 * i) - n + 1) * sorted[i];
        }

        return (distance / n) - (spread / ((double)n * (n - 1)));
    }

    /// <summary>Score of a normal with mean 0 (Gneiting and Raftery 2007).</summary>
    public static double NormalCrps(double deviation, double value)
    {
        double z = value / deviation;
        return deviation * ((z * ((2 * Normal.CDF(0, 1, z)) - 1)) + (2 * Normal.PDF(0, 1, z)) - (1 / Math.Sqrt(Math.PI)));
    }

    /// <summary>Pinball loss of a quantile.</summary>
    public static double Pinball(double quantile, double share, double value) =>
        value >= quantile ? share * (value - quantile) : (1 - share) * (quantile - value);
}
