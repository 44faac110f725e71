using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Outlook;

/// <summary>One forecast for people: what the strategy would read off it, and the fan of paths behind it.</summary>
/// <param name="Bar">Index of the last bar it saw.</param>
/// <param name="SpreadRank">Share of the reference span's forecasts that are narrower; null when no bar of it can be forecast.</param>
/// <param name="Fan">Each number of bars ahead, from 1.</param>
/// <param name="Paths">Some of the paths: returns at each number of bars ahead.</param>
public sealed record SssdOutlook(
    int Bar,
    int Horizon,
    ForecastQuantiles Quantiles,
    double Confidence,
    float Low,
    float High,
    double? SpreadRank,
    bool IsCertain,
    ImmutableArray<FanPoint> Fan,
    ImmutableArray<ImmutableArray<float>> Paths)
{
    private const int PathsShown = 20;

    /// <summary>Forecasts at a bar's close.</summary>
    /// <param name="referenceFirst">First bar of the span whose forecasts the spread is ranked among; it ends before the bar.</param>
    /// <exception cref="ModelException">A checkpoint does not fit or does not compute.</exception>
    /// <exception cref="ArgumentException">Too few bars lie before it.</exception>
    public static SssdOutlook At(BarSeries bars, ImmutableArray<ModelCheckpoint> checkpoints, string dataHash, int bar, int referenceFirst, ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (!SssdForecaster.CanForecast(bar))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Bar {bar} of the series cannot be forecast: {PathSampler.FirstBar} bars must lie before it. Name a later time, or a file that begins earlier."));
        }

        SssdForecaster forecaster = new(bars, checkpoints, dataHash);
        ForecastSettings settings = new(parameters);
        Forecast forecast = forecaster.At([bar], settings)[0];
        SpreadRanks ranks = SpreadRanks.Of(forecaster, referenceFirst, bar, settings);
        double rank = ranks.RankOf(forecast.Spread);
        int[] ahead = [.. Enumerable.Range(1, HorizonKnots.Ends[^1])];
        float[][] returns = forecaster.PathsAt(bar, settings.Sampling, ahead);
        return new SssdOutlook(
            bar,
            settings.Horizon,
            forecast.Recorded,
            settings.Confidence,
            forecast.Low,
            forecast.High,
            ranks.IsEmpty ? null : rank,
            rank < parameters["sssd_uncertainty_threshold"],
            [.. returns.Select((r, i) => PointOf(ahead[i], r))],
            [.. Enumerable.Range(0, Math.Min(PathsShown, returns[0].Length)).Select(p => returns.Select(r => r[p]).ToImmutableArray())]);
    }

    private static FanPoint PointOf(int ahead, float[] returns)
    {
        float[] sorted = [.. returns.Order()];
        Forecast wide = Forecast.Of(sorted, 0.5);
        return new FanPoint(ahead, wide.Recorded.Q05, wide.Low, wide.Recorded.Q50, wide.High, wide.Recorded.Q95);
    }
}
