namespace ForexE2E.Strategy.Patterns;

/// <summary>How good a pattern is, and why. All 0 to 1; the total is the weighted mean of the parts.</summary>
/// <param name="Geometry">One less half the mean square of the deviations, each over its tolerance: 0.5 to 1. Weight 1.</param>
/// <param name="Volume">Breakout volume: 0 at half the average, 1 at twice; null where there is none to compare. Weight one half.</param>
/// <param name="SupportResistance">Older pivots within one average true range of the pattern's base: two at it give 1.</param>
/// <param name="Trend">1 when the trend runs fully with the pattern's direction, one half without trend.</param>
/// <param name="Total">What is compared with the confidence threshold.</param>
public readonly record struct PatternQuality(double Geometry, double? Volume, double SupportResistance, double Trend, double Total)
{
    private const double VolumeWeight = 0.5;

    internal static PatternQuality Of(PatternSettings settings, double geometry, double? volumeRatio, double supportResistance, double trend)
    {
        double? volume = volumeRatio is { } ratio ? Math.Clamp((ratio - 0.5) / 1.5, 0, 1) : null;
        double weights = 1 + (volume is null ? 0 : VolumeWeight) + settings.SupportResistanceWeight + settings.TrendAlignmentWeight;
        double sum = geometry + (VolumeWeight * (volume ?? 0))
            + (settings.SupportResistanceWeight * supportResistance) + (settings.TrendAlignmentWeight * trend);
        return new PatternQuality(geometry, volume, supportResistance, trend, sum / weights);
    }
}
