using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Risk;

/// <summary>
/// Mean of the last true ranges, in points, for any period at the cost of one subtraction: running sums of the true range
/// (Wilder 1978) are kept, and its plain mean is taken instead of Wilder's smoothing, which would need a pass a period.
/// Whole numbers, so the same on every machine. 8 bytes a bar.
/// </summary>
internal sealed class AverageTrueRange
{
    private readonly long[] _sums;

    public AverageTrueRange(BarSeries bars)
    {
        _sums = new long[bars.Count + 1];
        for (int i = 0; i < bars.Count; i++)
        {
            int before = bars.Close[Math.Max(0, i - 1)];
            bool isFirst = i == 0;
            int high = isFirst ? bars.High[i] : Math.Max(bars.High[i], before);
            int low = isFirst ? bars.Low[i] : Math.Min(bars.Low[i], before);
            _sums[i + 1] = _sums[i] + high - low;
        }
    }

    /// <summary>Mean over the <paramref name="period"/> bars up to and including <paramref name="bar"/>; over those there are at the start.</summary>
    public double At(int bar, int period)
    {
        int count = Math.Min(period, bar + 1);
        return (double)(_sums[bar + 1] - _sums[bar + 1 - count]) / count;
    }
}
