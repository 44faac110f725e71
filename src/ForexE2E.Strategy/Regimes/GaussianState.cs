namespace ForexE2E.Strategy.Regimes;

/// <summary>One hidden state: independent normal distributions of return and volatility.</summary>
internal readonly record struct GaussianState(double ReturnMean, double ReturnVariance, double VolatilityMean, double VolatilityVariance)
{
    /// <summary>Logarithm of the density of an observation, without the constant that all states share.</summary>
    public double LogDensity(in RegimeObservation o)
    {
        double r = o.Return - ReturnMean;
        double v = o.Volatility - VolatilityMean;
        return -0.5 * (Math.Log(ReturnVariance * VolatilityVariance) + (r * r / ReturnVariance) + (v * v / VolatilityVariance));
    }
}
