namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>Highest high and lowest low of the last bars by two monotonic queues: constant work a bar on average.</summary>
internal sealed class SlidingRange(int bars)
{
    private readonly MonotonicQueue _highs = new(bars);
    private readonly MonotonicQueue _lows = new(bars);

    /// <summary>The place of the close in the range: -1 at the low, 1 at the high, 0 in a range of no height.</summary>
    public double Next(int bar, int high, int low, int close)
    {
        int top = _highs.Next(bar, high);
        int bottom = -_lows.Next(bar, -low);
        return top > bottom ? (2.0 * (close - bottom) / (top - bottom)) - 1 : 0;
    }

    private sealed class MonotonicQueue(int span)
    {
        private readonly int[] _bars = new int[span];
        private readonly int[] _values = new int[span];
        private int _head;
        private int _count;

        /// <summary>Adds a bar's value and returns the greatest of the span.</summary>
        public int Next(int bar, int value)
        {
            if (_count > 0 && _bars[_head] <= bar - span)
            {
                _head = (_head + 1) % span;
                _count--;
            }

            while (_count > 0 && _values[(_head + _count - 1) % span] <= value)
            {
                _count--;
            }

            int tail = (_head + _count++) % span;
            (_bars[tail], _values[tail]) = (bar, value);
            return _values[_head];
        }
    }
}
