using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>
/// The last return of another pair in units of its volatility (exponentially weighted, span 48 of its bars), as of the last
/// of its bars that had ended by the traded bar's close. 0 before its first bar and when that bar ended more than four of
/// its own lengths ago.
/// </summary>
internal sealed class PairFeature(BarSeries pair) : IFeatureGroup
{
    private const int StaleBars = 4;
    private const double LeastVolatility = 1e-7;
    private int _next;
    private double _variance;
    private double _scaled;

    public IReadOnlyList<string> Names { get; } = [$"pair_{pair.Symbol.Code}"];

    public void Compute(BarWalk walk, Span<double> values)
    {
        int close = walk.Bars.StartMinutes[walk.Bar] + walk.Bars.Timeframe.Minutes;
        while (_next < pair.Count && pair.StartMinutes[_next] + pair.Timeframe.Minutes <= close)
        {
            Advance();
        }

        bool isFresh = _next > 0 && close - (pair.StartMinutes[_next - 1] + pair.Timeframe.Minutes) <= StaleBars * pair.Timeframe.Minutes;
        values[0] = isFresh ? _scaled : 0;
    }

    // The bar is scaled by the volatility before it, so that its own size shows.
    private void Advance()
    {
        double change = _next == 0 ? 0 : Math.Log((double)pair.Close[_next] / pair.Close[_next - 1]);
        _scaled = _variance > 0 ? change / Math.Max(LeastVolatility, Math.Sqrt(_variance)) : 0;
        _variance += 2.0 / 49 * ((change * change) - _variance);
        _next++;
    }
}
