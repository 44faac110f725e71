namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>
/// RSI (Wilder 1978) over 14 and 42 bars, MACD 12/26/9 (Appel 1979) in average true ranges, and the place of the close in
/// 20-bar Bollinger bands (Bollinger 2001) with the bands' width.
/// </summary>
internal sealed class OscillatorFeatures : IFeatureGroup
{
    private const int Band = 20;
    private readonly RelativeStrength _fast = new(14);
    private readonly RelativeStrength _slow = new(42);
    private double _fastAverage;
    private double _slowAverage;
    private double _signal;
    private long _sum;
    private long _squares;
    private int _origin;

    public IReadOnlyList<string> Names { get; } = ["rsi_14", "rsi_42", "macd", "macd_histogram", "bollinger_place", "bollinger_width"];

    public void Compute(BarWalk walk, Span<double> values)
    {
        int close = walk.Bars.Close[walk.Bar];
        int change = walk.Bar == 0 ? 0 : close - walk.Bars.Close[walk.Bar - 1];
        values[0] = _fast.Next(change);
        values[1] = _slow.Next(change);
        if (walk.Bar == 0)
        {
            (_fastAverage, _slowAverage, _origin) = (close, close, close);
        }

        _fastAverage += 2.0 / 13 * (close - _fastAverage);
        _slowAverage += 2.0 / 27 * (close - _slowAverage);
        double macd = _fastAverage - _slowAverage;
        _signal += 2.0 / 10 * (macd - _signal);
        values[2] = macd / walk.Atr;
        values[3] = (macd - _signal) / walk.Atr;
        Bollinger(walk, values);
    }

    // Whole numbers: the running sums stay exact however long the series is.
    private void Bollinger(BarWalk walk, Span<double> values)
    {
        long close = walk.Bars.Close[walk.Bar] - _origin;
        _sum += close;
        _squares += close * close;
        if (walk.Bar >= Band)
        {
            long old = walk.Bars.Close[walk.Bar - Band] - _origin;
            _sum -= old;
            _squares -= old * old;
        }

        int count = Math.Min(Band, walk.Bar + 1);
        double mean = (double)_sum / count;
        double spread = Math.Sqrt((double)((_squares * count) - (_sum * _sum)) / ((long)count * count));
        values[4] = spread > 0 ? (close - mean) / (2 * spread) : 0;
        values[5] = (spread / walk.SlowAtr) - 1;
    }
}
