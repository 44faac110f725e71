namespace ForexE2E.Strategy.Sssd.Calibration;

/// <summary>How forecasts at one horizon did on bars, beside a random walk scaled by volatility. Losses are fractions of price; lower is better.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Coverage">Share of returns inside the 5-95 % interval; 0.9 is right.</param>
/// <param name="WalkCoverage">The same of the random walk.</param>
/// <param name="Crps">Mean continuous ranked probability score (Gneiting and Raftery 2007).</param>
/// <param name="WalkCrps">The same of the random walk.</param>
/// <param name="Pinball">Mean pinball loss of the quantiles 5, 50 and 95 %.</param>
/// <param name="WalkPinball">The same of the random walk.</param>
/// <param name="MedianHits">Share of moves whose sign the median foretold.</param>
public sealed record CalibrationRow(
    int Horizon, int Forecasts, double Coverage, double WalkCoverage, double Crps, double WalkCrps, double Pinball, double WalkPinball, double MedianHits)
{
    /// <summary>By how much the model's score is lower, as a fraction; negative: higher.</summary>
    public double CrpsGain => WalkCrps > 0 ? 1 - (Crps / WalkCrps) : 0;
}
