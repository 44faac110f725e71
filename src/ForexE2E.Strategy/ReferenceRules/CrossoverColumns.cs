using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.ReferenceRules;

/// <summary>
/// What the reference rules need of a bar series whatever their settings: running sums of the true range (Wilder 1978), in
/// points. Made once a series, shared by threads.
/// </summary>
public sealed class CrossoverColumns
{
    private readonly long[] _trueRangeSums;

    public CrossoverColumns(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Bars = bars;
        _trueRangeSums = new long[bars.Count + 1];
        ReadOnlySpan<int> high = bars.High;
        ReadOnlySpan<int> low = bars.Low;
        ReadOnlySpan<int> close = bars.Close;
        long sum = 0;
        for (int i = 0; i < high.Length; i++)
        {
            int top = i == 0 ? high[0] : Math.Max(high[i], close[i - 1]);
            int bottom = i == 0 ? low[0] : Math.Min(low[i], close[i - 1]);
            sum += top - bottom;
            _trueRangeSums[i + 1] = sum;
        }
    }

    public BarSeries Bars { get; }

    /// <summary>Element i is the sum of the true ranges of the first i bars; one longer than the series.</summary>
    internal ReadOnlySpan<long> TrueRangeSums => _trueRangeSums;
}
