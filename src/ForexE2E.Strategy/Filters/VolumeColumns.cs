using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Filters;

/// <summary>
/// Volume as running sums, so that any period costs a subtraction: on-balance volume (Granville 1963), volume-weighted price,
/// plain volume; and the New York hour of the week of each bar. Values at a bar use bars up to it. 25 bytes a bar.
/// </summary>
internal sealed class VolumeColumns
{
    /// <summary>Bars before one that its volume is compared with.</summary>
    public const int SpikeBars = 20;

    private readonly BarSeries _bars;
    private readonly double[] _balance;
    private readonly double[] _volumes;
    private readonly double[] _weightedPrices;
    private readonly byte[] _hours;

    /// <param name="bars">With volume.</param>
    public VolumeColumns(BarSeries bars)
    {
        _bars = bars;
        _balance = new double[bars.Count];
        _volumes = new double[bars.Count + 1];
        _weightedPrices = new double[bars.Count + 1];
        _hours = new byte[bars.Count];
        for (int i = 0; i < bars.Count; i++)
        {
            double volume = bars.Volume[i];
            _balance[i] = i == 0 ? 0 : _balance[i - 1] + (volume * Math.Sign(bars.Close[i] - bars.Close[i - 1]));
            _volumes[i + 1] = _volumes[i] + volume;
            _weightedPrices[i + 1] = _weightedPrices[i] + (volume * ThreePrices(i));
            int start = bars.StartMinutes[i];
            _hours[i] = (byte)((start + NewYorkClock.OffsetMinutes(start)) / 60 % HourlyVolume.HoursAWeek);
        }
    }

    public float VolumeAt(int bar) => _bars.Volume[bar];

    /// <summary>New York hour of the week, counted from Thursday 00:00 (1970 began on one).</summary>
    public int HourAt(int bar) => _hours[bar];

    /// <summary>Sign of the change of on-balance volume over the last bars.</summary>
    public int BalanceSlope(int bar, int period) => Math.Sign(_balance[bar] - _balance[Math.Max(0, bar - period)]);

    /// <summary>Sign of the close less the volume-weighted mean of (high + low + close) / 3 over the last bars; 0 without volume.</summary>
    public int SideOfWeightedPrice(int bar, int period)
    {
        int first = Math.Max(0, bar + 1 - period);
        double volume = _volumes[bar + 1] - _volumes[first];
        return Math.Sign((3.0 * _bars.Close[bar] * volume) - (_weightedPrices[bar + 1] - _weightedPrices[first]));
    }

    /// <summary>Mean volume of the bars before one; 0 at the first bar.</summary>
    public double MeanBefore(int bar)
    {
        int first = Math.Max(0, bar - SpikeBars);
        return bar == 0 ? 0 : (_volumes[bar] - _volumes[first]) / (bar - first);
    }

    private double ThreePrices(int i) => (double)_bars.High[i] + _bars.Low[i] + _bars.Close[i];
}
