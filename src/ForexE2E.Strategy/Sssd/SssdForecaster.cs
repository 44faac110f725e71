using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd;

/// <summary>
/// Forecasts of a run: made when they are asked for, several bars at once, and kept by the settings they depend on. What is
/// said of a bar does not depend on what was asked before. Thread-safe.
/// </summary>
internal sealed class SssdForecaster
{
    private readonly PathSampler _sampler;
    private readonly ReturnScale _scale;
    private readonly ForecastCache _cache = new();

    /// <exception cref="ModelException">A checkpoint does not fit or does not compute.</exception>
    public SssdForecaster(MarketData data)
        : this(data.Bars, data.Models!.Of(ModelKind.Sssd), data.Hash)
    {
    }

    /// <param name="dataHash">Goes into the seed.</param>
    /// <exception cref="ModelException">A checkpoint does not fit or does not compute.</exception>
    public SssdForecaster(BarSeries bars, ImmutableArray<ModelCheckpoint> checkpoints, string dataHash)
    {
        _scale = new ReturnScale(bars);
        _sampler = new PathSampler(bars, _scale, [.. checkpoints.Select(c => new SssdModel(c))], SeedOfHash(dataHash));
    }

    /// <summary>Paths drawn so far by all settings, for measurements.</summary>
    public int ForecastsMade => _cache.Made;

    /// <summary>Forecasts that are worth making together; 1 where company gains nothing.</summary>
    public int Company => _sampler.Company;

    /// <summary>Whether enough bars lie before a bar.</summary>
    public static bool CanForecast(int bar) => bar >= PathSampler.FirstBar;

    /// <summary>The forecast of a bar if it was made before.</summary>
    public bool TryGet(int bar, ForecastSettings settings, out Forecast forecast) => _cache.Of(settings).TryGet(bar, out forecast);

    /// <summary>The forecasts of bars, all of which can be forecast, in their order.</summary>
    public Forecast[] At(ReadOnlySpan<int> bars, ForecastSettings settings)
    {
        Forecast[] found = new Forecast[bars.Length];
        List<int> missing = [];
        ForecastShelf shelf = _cache.Of(settings);
        for (int i = 0; i < found.Length; i++)
        {
            if (!shelf.TryGet(bars[i], out found[i]))
            {
                missing.Add(i);
            }
        }

        if (missing.Count > 0)
        {
            int[] asked = new int[missing.Count];
            for (int i = 0; i < asked.Length; i++)
            {
                asked[i] = bars[missing[i]];
            }

            float[][] paths = _sampler.Draw(asked, settings.Sampling);
            for (int i = 0; i < asked.Length; i++)
            {
                found[missing[i]] = Read(paths[i], asked[i], settings);
                shelf.Keep(asked[i], found[missing[i]]);
            }
        }

        return found;
    }

    /// <summary>Cumulative returns of every path at each of some numbers of bars ahead.</summary>
    public float[][] PathsAt(int bar, SamplingSettings settings, ReadOnlySpan<int> ahead)
    {
        float[] paths = _sampler.Draw([bar], settings)[0];
        float[][] returns = new float[ahead.Length][];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = HorizonReturns.At(paths, _scale, bar, ahead[i]);
        }

        return returns;
    }

    private Forecast Read(float[] paths, int bar, ForecastSettings settings)
    {
        float[] returns = HorizonReturns.At(paths, _scale, bar, settings.Horizon);
        Array.Sort(returns);
        return Forecast.Of(returns, settings.Confidence);
    }

    // Tests may use words for a hash.
    private static ulong SeedOfHash(string hash)
    {
        ulong seed = 0;
        foreach (char c in hash)
        {
            seed = Domain.Randomness.SeedOf.Mix(seed, c, 39);
        }

        return seed;
    }
}
