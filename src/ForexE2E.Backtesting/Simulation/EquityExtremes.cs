namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// Running extremes of an equity curve in cents, its start included: highest, lowest, and the largest falls from a running
/// peak, in money and as a fraction, maximised apart.
/// </summary>
public struct EquityExtremes
{
    private long _valley;

    public EquityExtremes(long start)
    {
        (Peak, Low, _valley) = (start, start, start);
    }

    public long Peak { readonly get; private set; }

    public long Low { readonly get; private set; }

    /// <summary>Not negative.</summary>
    public long MaxDrawdown { readonly get; private set; }

    /// <summary>Of the running peak; above 1 when more than everything was lost.</summary>
    public double MaxDrawdownFraction { readonly get; private set; }

    /// <summary>Takes in the equity at the next close.</summary>
    public void Mark(long equity)
    {
        if (equity > Peak)
        {
            Peak = equity;
            _valley = equity;
        }
        else if (equity < _valley)
        {
            Fall(equity);
        }
    }

    private void Fall(long equity)
    {
        _valley = equity;
        Low = Math.Min(Low, equity);
        long fall = Peak - equity;
        MaxDrawdown = Math.Max(MaxDrawdown, fall);
        MaxDrawdownFraction = Math.Max(MaxDrawdownFraction, (double)fall / Peak);
    }
}
