namespace ForexE2E.Strategy.Patterns.Backdrop;

/// <summary>
/// 1 when RSI(14) lies above 50 and MACD(12, 26) above 0, -1 when both lie below, else 0 (Wilder 1978; Appel 2005). RSI lies
/// above 50 exactly when the mean gain exceeds the mean loss, which needs no division.
/// </summary>
internal struct MomentumSign()
{
    private const int RsiSpan = 14;

    private MovingMean _fast = new(12);
    private MovingMean _slow = new(26);
    private double _gain;
    private double _loss;
    private double _previous;

    /// <param name="close">Points from any fixed price.</param>
    public sbyte Add(double close)
    {
        double change = close - _previous;
        _previous = close;
        _gain += (Math.Max(change, 0) - _gain) / RsiSpan;
        _loss += (Math.Max(-change, 0) - _loss) / RsiSpan;
        _fast.Add(close);
        _slow.Add(close);
        int rsi = Math.Sign(_gain - _loss);
        return _slow.IsWarm && rsi == Math.Sign(_fast.Value - _slow.Value) ? (sbyte)rsi : (sbyte)0;
    }
}
