using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Patterns.Backdrop;

/// <summary>
/// Direction of the next higher timeframe's trend: the sign of the 10-bar less the 30-bar exponential mean of its closes,
/// over bars of that timeframe that are complete at the close asked about; 0 before the thirtieth.
/// </summary>
internal struct HigherTrend(Timeframe timeframe)
{
    private readonly int _higherMinutes = HigherTimeframe.MinutesAbove(timeframe);
    private MovingMean _fast = new(10);
    private MovingMean _slow = new(30);
    private int _open = int.MinValue;
    private bool _pending;
    private double _close;

    /// <param name="close">Points from any fixed price.</param>
    public sbyte Add(int startMinute, double close)
    {
        int holder = HigherTimeframe.BarOf(startMinute, _higherMinutes);
        if (holder != _open && _pending)
        {
            Complete(); // a gap hid its end: it is complete only now that a later one has begun
        }

        (_open, _close, _pending) = (holder, close, true);
        if (HigherTimeframe.BarOf(startMinute + timeframe.Minutes, _higherMinutes) != holder)
        {
            Complete();
        }

        return _slow.IsWarm ? (sbyte)Math.Sign(_fast.Value - _slow.Value) : (sbyte)0;
    }

    private void Complete()
    {
        _fast.Add(_close);
        _slow.Add(_close);
        _pending = false;
    }
}
