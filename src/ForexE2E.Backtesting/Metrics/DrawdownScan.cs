using System.Runtime.CompilerServices;

namespace ForexE2E.Backtesting.Metrics;

/// <summary>One pass over a curve for its largest falls.</summary>
internal struct DrawdownScan()
{
    private const int None = -1;

    private double _peak = double.NegativeInfinity;
    private double _money;
    private double _fraction;
    private double _deepestPeak;
    private int _next;
    private int _peakAt;
    private int _longest;
    private int _deepestPeakAt = None;
    private int _troughAt = None;
    private int _recoveryAt = None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next(double value)
    {
        int at = _next++;
        if (value >= _peak)
        {
            Rise(value, at);
            return;
        }

        double fall = _peak - value;
        _money = Math.Max(_money, fall);
        _longest = Math.Max(_longest, at - _peakAt);
        // A product is cheaper than a quotient and rarely says yes.
        if (fall > _fraction * _peak && fall / _peak > _fraction)
        {
            (_fraction, _deepestPeak, _deepestPeakAt, _troughAt, _recoveryAt) = (fall / _peak, _peak, _peakAt, at, None);
        }
    }

    public readonly Drawdown ToDrawdown() =>
        new(_money, _fraction, IndexOf(_deepestPeakAt), IndexOf(_troughAt), IndexOf(_recoveryAt), _longest);

    private static int? IndexOf(int at) => at == None ? null : at;

    private void Rise(double value, int at)
    {
        // Whatever regains a running peak after the trough has regained the peak before it: they are the same until then.
        if (_troughAt != None && _recoveryAt == None && value >= _deepestPeak)
        {
            _recoveryAt = at;
        }

        (_peak, _peakAt) = (value, at);
    }
}
