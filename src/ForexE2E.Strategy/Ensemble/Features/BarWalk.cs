using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>
/// Walks a series bar by bar and keeps what several features share: the last bar's log return, exponentially weighted
/// volatilities and average true range. Constant work a bar; nothing after <see cref="Bar"/> has been looked at.
/// </summary>
internal sealed class BarWalk(BarSeries bars)
{
    /// <summary>Spans, in bars, of the exponentially weighted volatilities (decay 1 - 2 / (span + 1)).</summary>
    public const int FastSpan = 12;
    public const int MidSpan = 48;
    public const int SlowSpan = 288;
    private const double LeastVolatility = 1e-7;
    private readonly double[] _logClose = new double[bars.Count];
    private double _fast;
    private double _mid;
    private double _slow;
    private double _atr;
    private double _slowAtr;

    public BarSeries Bars { get; } = bars;

    /// <summary>Index of the bar whose close is now.</summary>
    public int Bar { get; private set; } = -1;

    /// <summary>Log return from the close before.</summary>
    public double Return { get; private set; }

    public double FastVolatility => Math.Max(LeastVolatility, Math.Sqrt(_fast));

    public double MidVolatility => Math.Max(LeastVolatility, Math.Sqrt(_mid));

    public double SlowVolatility => Math.Max(LeastVolatility, Math.Sqrt(_slow));

    /// <summary>Average true range by Wilder's smoothing over 14 bars, in points, at least one.</summary>
    public double Atr => Math.Max(1, _atr);

    /// <summary>The same over 96 bars.</summary>
    public double SlowAtr => Math.Max(1, _slowAtr);

    public void Next()
    {
        int i = ++Bar;
        _logClose[i] = Math.Log(Bars.Close[i]);
        int before = Bars.Close[Math.Max(0, i - 1)];
        int range = Math.Max(Bars.High[i], before) - Math.Min(Bars.Low[i], before);
        Return = i == 0 ? 0 : _logClose[i] - _logClose[i - 1];
        double square = Return * Return;
        _fast += 2.0 / (FastSpan + 1) * (square - _fast);
        _mid += 2.0 / (MidSpan + 1) * (square - _mid);
        _slow += 2.0 / (SlowSpan + 1) * (square - _slow);
        _atr = i == 0 ? range : _atr + ((range - _atr) / 14);
        _slowAtr = i == 0 ? range : _slowAtr + ((range - _slowAtr) / 96);
    }

    /// <summary>Log return over the last <paramref name="bars"/> bars; over what there is at the start of the series.</summary>
    public double ReturnOver(int bars) => _logClose[Bar] - _logClose[Math.Max(0, Bar - bars)];
}
