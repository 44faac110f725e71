using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Sssd;

/// <summary>The forecasts as one rule hears them. The train span's spreads are forecast when the first opinion is asked for.</summary>
internal sealed class SssdVoice(SssdForecaster forecaster, int trainFirst, int trainEnd, ParameterSet parameters)
{
    private readonly ForecastSettings _settings = new(parameters);
    private readonly double _certain = parameters["sssd_uncertainty_threshold"];
    private SpreadRanks? _ranks;

    /// <summary>What is forecast at a close; null where too few bars lie before it.</summary>
    public SssdReading? At(int bar)
    {
        if (!SssdForecaster.CanForecast(bar))
        {
            return null;
        }

        Forecast forecast = forecaster.At([bar], _settings)[0];
        _ranks ??= SpreadRanks.Of(forecaster, trainFirst, trainEnd, _settings);
        return new SssdReading(forecast, _ranks.RankOf(forecast.Spread) < _certain);
    }
}
