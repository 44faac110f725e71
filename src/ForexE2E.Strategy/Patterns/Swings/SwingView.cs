namespace ForexE2E.Strategy.Patterns.Swings;

/// <summary>
/// The newest pivots as every detector sees them: index 0 is the newest, prices in points from an anchor, and always the
/// bullish reading. Bearish patterns are found by looking at negated prices, so each detector is written once.
/// </summary>
internal readonly ref struct SwingView(ReadOnlySpan<int> bars, ReadOnlySpan<double> prices, int connected, bool newestIsLow, double atr)
{
    /// <summary>Pivots looked at: six of a head and shoulders and the one before it.</summary>
    public const int Depth = 7;

    /// <summary>Least height of any pattern in average true ranges: below it lies noise.</summary>
    private const double LeastHeight = 2;

    private readonly ReadOnlySpan<int> _bars = bars;
    private readonly ReadOnlySpan<double> _prices = prices;

    /// <summary>Pivots at hand, the older ones perhaps too old or too far apart for a pattern.</summary>
    public int Count => _bars.Length;

    /// <summary>How many of the newest may be a pattern's own: legs not too long, within the lookback.</summary>
    public int Connected { get; } = connected;

    public bool NewestIsLow { get; } = newestIsLow;

    /// <summary>Average true range in points.</summary>
    public double Atr { get; } = atr;

    public int Bar(int back) => _bars[back];

    public double Price(int back) => _prices[back];

    /// <summary>Whether a height stands out of the noise.</summary>
    public bool IsTall(double height) => height > 0 && height >= LeastHeight * Atr;

    /// <summary>How uneven two stretches of time are: 0 when equal, towards 1 when one is nothing beside the other.</summary>
    public double Imbalance(int newest, int middle, int oldest)
    {
        int late = _bars[newest] - _bars[middle];
        int early = _bars[middle] - _bars[oldest];
        return (double)(late - early) / (late + early);
    }
}
