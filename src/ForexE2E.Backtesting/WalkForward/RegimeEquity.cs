using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// The account with the other regimes' trades left out: it begins with the start balance and is credited with one regime's
/// trades when they close, at the sizes the whole account gave them. In units of the start balance. It is looked at when a
/// trading day ends, so open profit and falls within a day do not show.
/// </summary>
internal sealed class RegimeEquity
{
    private readonly SortedDictionary<int, double> _days = [];

    /// <summary>Sums of the trades, scaled as the whole account's are.</summary>
    public ScaledTotals Totals { get; } = new();

    /// <summary>Takes in a window.</summary>
    /// <param name="part">The regime's trades; null for none.</param>
    /// <param name="growth">Of the whole account when the window began.</param>
    public void Add(WindowResult window, RegimeTotals? part, double growth)
    {
        foreach (DailyReturn day in window.DailyReturns)
        {
            _days.TryAdd(day.TradingDay, 0);
        }

        if (part is null)
        {
            return;
        }

        Totals.Add(part.Totals, growth);
        double scale = growth / window.StartBalanceCents;
        foreach (DailyProfit day in part.ByDay)
        {
            _days[day.TradingDay] = _days.GetValueOrDefault(day.TradingDay) + (scale * day.Cents);
        }
    }

    /// <summary>The curve so far. Money sums are not cut off; once nothing is left, no day gains or loses any more.</summary>
    public EquityPath ToPath()
    {
        double equity = 1;
        double sum = 1;
        double peak = 1;
        double fall = 0;
        double fraction = 0;
        List<double> returns = [];
        foreach (double profit in _days.Values)
        {
            sum += profit;
            double before = equity;
            equity = before > 0 ? Math.Max(0, before + profit) : 0;
            returns.Add(before > 0 ? (equity / before) - 1 : 0);
            peak = Math.Max(peak, equity);
            fall = Math.Max(fall, peak - equity);
            fraction = Math.Max(fraction, (peak - equity) / peak);
        }

        return new EquityPath(sum, fall, fraction, [.. returns]);
    }
}
