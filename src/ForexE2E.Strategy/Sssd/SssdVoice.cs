using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Sssd;

/// <summary>
/// The forecasts as one rule hears them. The train span's spreads are forecast when the first opinion is asked for. A forecast that is
/// missing is made together with those of the next bars that will likely be asked for, if the models compute a batch for less than its parts.
/// </summary>
/// <param name="isLikely">Whether a bar's forecast will likely be asked for; it decides what is made early, never what is said.</param>
/// <param name="end">Bar after the last that can be asked for.</param>
internal sealed class SssdVoice(SssdForecaster forecaster, int trainFirst, int trainEnd, ParameterSet parameters, Predicate<int> isLikely, int end)
{
    private const int LookedThrough = 96;
    private readonly ForecastSettings _settings = new(parameters);
    private readonly double _certain = parameters["sssd_uncertainty_threshold"];
    private readonly int[] _batch = new int[forecaster.Company];
    private SpreadRanks? _ranks;

    /// <summary>What is forecast at a close; null where too few bars lie before it.</summary>
    public SssdReading? At(int bar)
    {
        if (!SssdForecaster.CanForecast(bar))
        {
            return null;
        }

        if (!forecaster.TryGet(bar, _settings, out Forecast forecast))
        {
            forecast = forecaster.At(BatchFrom(bar), _settings)[0];
        }

        _ranks ??= SpreadRanks.Of(forecaster, trainFirst, trainEnd, _settings);
        return new SssdReading(forecast, _ranks.RankOf(forecast.Spread) < _certain);
    }

    private ReadOnlySpan<int> BatchFrom(int bar)
    {
        int count = 0;
        _batch[count++] = bar;
        int last = Math.Min(end, bar + LookedThrough);
        for (int next = bar + 1; next < last && count < _batch.Length; next++)
        {
            if (isLikely(next) && !forecaster.TryGet(next, _settings, out _))
            {
                _batch[count++] = next;
            }
        }

        return _batch.AsSpan(0, count);
    }
}
