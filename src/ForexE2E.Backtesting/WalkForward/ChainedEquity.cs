using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// Equity of chained windows in units of the first start balance. A fall from the greatest equity so far is either one within
/// a window or one from an earlier window's peak to this one's low, so both maxima are exact without the curve itself.
/// </summary>
internal sealed class ChainedEquity
{
    private readonly List<DailyReturn> _days = [];
    private double _peak = 1;

    /// <summary>Reached so far; 0 for ever once everything is lost.</summary>
    public double Growth { get; private set; } = 1;

    public double MaxDrawdown { get; private set; }

    public double MaxDrawdownFraction { get; private set; }

    public void Add(WindowResult window)
    {
        if (Growth > 0)
        {
            double scale = Growth / window.StartBalanceCents;
            double fromPeak = _peak - (scale * window.LowEquityCents);
            MaxDrawdown = Math.Max(MaxDrawdown, Math.Max(fromPeak, scale * window.MaxDrawdownCents));
            MaxDrawdownFraction = Math.Max(MaxDrawdownFraction, Math.Max(fromPeak / _peak, window.MaxDrawdownFraction));
            _peak = Math.Max(_peak, scale * window.PeakEquityCents);
        }

        AddDays(window);
        Growth = Math.Max(0, Growth * window.EndBalanceCents / window.StartBalanceCents);
    }

    public double[] DailyReturns() => [.. _days.Select(d => d.Return)];

    private void AddDays(WindowResult window)
    {
        foreach (DailyReturn day in window.DailyReturns)
        {
            double change = Growth > 0 ? day.Return : 0;
            if (_days.Count > 0 && _days[^1].TradingDay == day.TradingDay)
            {
                // The edge of two windows cuts a trading day: its parts compound to one return.
                _days[^1] = new DailyReturn(day.TradingDay, ((1 + _days[^1].Return) * (1 + change)) - 1);
            }
            else
            {
                _days.Add(new DailyReturn(day.TradingDay, change));
            }
        }
    }
}
