using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Sssd;

/// <summary>Quantiles of the return over the horizon, as fractions of the price at the close, on a grid of 1e-7.</summary>
/// <param name="Low">Lower end of the central interval.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct Forecast(ForecastQuantiles Recorded, float Low, float High)
{
    private const double Grid = 1e-7;

    /// <summary>Width of the interval that holds nine of ten paths: what is ranked.</summary>
    public float Spread => Recorded.Q95 - Recorded.Q05;

    /// <summary>Reads the quantiles off returns in ascending order.</summary>
    public static Forecast Of(ReadOnlySpan<float> sorted, double confidence) => new(
        new ForecastQuantiles(Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95)),
        Quantile(sorted, (1 - confidence) / 2),
        Quantile(sorted, (1 + confidence) / 2));

    // Between the two nearest order statistics (Hyndman and Fan 1996, type 7).
    private static float Quantile(ReadOnlySpan<float> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        double value = sorted[below] + ((place - below) * (above - sorted[below]));
        return (float)(Math.Round(value / Grid) * Grid);
    }
}
