using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Calibration;

/// <summary>
/// Forecasts bars and compares with what came. The rival is a random walk without drift whose deviation is the exponentially weighted root mean
/// square of returns (span 96 bars) times the root of the horizon.
/// </summary>
public static class SssdCalibration
{
    private const double WalkWeight = 2.0 / (96 + 1);
    private const double NinetyFive = 1.6448536269514722;
    private static readonly double[] Shares = [0.05, 0.5, 0.95];
    private static readonly ImmutableArray<int> Horizons = [1, 4, 12, 24];

    /// <summary>Forecasts up to so many bars, evenly spread between two bars, with the sampling parameters of a set.</summary>
    /// <exception cref="ModelException">A checkpoint does not fit or does not compute.</exception>
    /// <exception cref="ArgumentException">Too few bars.</exception>
    public static ImmutableArray<CalibrationRow> Run(
        BarSeries bars, ImmutableArray<ModelCheckpoint> checkpoints, int first, int end, int forecasts, ParameterSet parameters, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bars);
        int from = Math.Max(first, PathSampler.FirstBar);
        int count = end - HorizonKnots.Ends[^1] - from;
        if (count < 1 || forecasts < 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"Nothing to forecast: {end - first} bars are named, the first {PathSampler.FirstBar} of a series and the last {HorizonKnots.Ends[^1]} cannot be. Name more bars."));
        }

        forecasts = Math.Min(forecasts, count);
        SssdForecaster forecaster = new(bars, checkpoints, "calibration");
        SamplingSettings sampling = new(parameters);
        double[] walk = WalkDeviations(bars);
        ScoreSum[] sums = [.. Horizons.Select(h => new ScoreSum(h))];
        for (int i = 0; i < forecasts; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int bar = from + (int)((long)count * i / forecasts);
            float[][] returns = forecaster.PathsAt(bar, sampling, Horizons.AsSpan());
            for (int h = 0; h < sums.Length; h++)
            {
                double came = ((double)bars.Close[bar + Horizons[h]] / bars.Close[bar]) - 1;
                Array.Sort(returns[h]);
                sums[h].Add(returns[h], walk[bar] * Math.Sqrt(Horizons[h]), came);
            }
        }

        return [.. sums.Select(s => s.ToRow())];
    }

    private static double[] WalkDeviations(BarSeries bars)
    {
        double[] deviations = new double[bars.Count];
        double square = 0;
        for (int i = 1; i < bars.Count; i++)
        {
            double move = ((double)bars.Close[i] / bars.Close[i - 1]) - 1;
            square = i == 1 ? move * move : square + (WalkWeight * ((move * move) - square));
            deviations[i] = Math.Max(0.25 / bars.Close[i], Math.Sqrt(square));
        }

        return deviations;
    }

    private sealed class ScoreSum(int horizon)
    {
        private int _count;
        private int _inside;
        private int _walkInside;
        private int _hits;
        private int _moves;
        private double _crps;
        private double _walkCrps;
        private double _pinball;
        private double _walkPinball;

        public void Add(ReadOnlySpan<float> sorted, double deviation, double came)
        {
            _count++;
            _crps += Scores.Crps(sorted, came);
            _walkCrps += Scores.NormalCrps(deviation, came);
            Forecast forecast = Forecast.Of(sorted, 0.8);
            ReadOnlySpan<double> model = [forecast.Recorded.Q05, forecast.Recorded.Q50, forecast.Recorded.Q95];
            ReadOnlySpan<double> walk = [-NinetyFive * deviation, 0, NinetyFive * deviation];
            for (int i = 0; i < Shares.Length; i++)
            {
                _pinball += Scores.Pinball(model[i], Shares[i], came) / Shares.Length;
                _walkPinball += Scores.Pinball(walk[i], Shares[i], came) / Shares.Length;
            }

            _inside += came >= model[0] && came <= model[2] ? 1 : 0;
            _walkInside += Math.Abs(came) <= walk[2] ? 1 : 0;
            _moves += came != 0 && model[1] != 0 ? 1 : 0;
            _hits += came * model[1] > 0 ? 1 : 0;
        }

        public CalibrationRow ToRow() => new(
            horizon, _count, (double)_inside / _count, (double)_walkInside / _count, _crps / _count, _walkCrps / _count, _pinball / _count, _walkPinball / _count,
            (double)_hits / Math.Max(1, _moves));
    }
}
