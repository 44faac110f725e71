using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Sssd;

/// <summary>All parameters that a forecast depends on: how it is drawn and what is read off the paths. Forecasts are kept by it.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Confidence">Probability of the central interval.</param>
internal sealed record ForecastSettings(SamplingSettings Sampling, int Horizon, double Confidence)
{
    public ForecastSettings(ParameterSet p)
        : this(new SamplingSettings(p), p.GetInt("sssd_forecast_horizon"), p["sssd_quantile_confidence"])
    {
    }
}
