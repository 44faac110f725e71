using ForexE2E.Backtesting.Metrics;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>Trade totals of chained windows: counts add up, money is scaled by the growth reached when its window began.</summary>
internal sealed class ScaledTotals
{
    private const double CentsPerUnit = 100;

    private int _trades;
    private int _wins;
    private int _losses;
    private double _grossProfit;
    private double _grossLoss;
    private long _minutes;

    public double Spread { get; private set; }

    public double Commission { get; private set; }

    public double Slippage { get; private set; }

    /// <summary>Paid is positive.</summary>
    public double Swap { get; private set; }

    public double Costs => Commission + Spread + Slippage + Swap;

    public double? HoldingHours => _trades > 0 ? _minutes / 60.0 / _trades : null;

    public void Add(TradeTotals totals, double growth)
    {
        double scale = growth / CentsPerUnit;
        _trades += totals.Trades;
        _wins += totals.Wins;
        _losses += totals.Losses;
        _minutes += totals.HoldingMinutes;
        _grossProfit += scale * totals.GrossProfitCents;
        _grossLoss += scale * totals.GrossLossCents;
        Spread += scale * totals.SpreadCents;
        Commission += scale * totals.CommissionCents;
        Slippage += scale * totals.SlippageCents;
        Swap += scale * totals.SwapCents;
    }

    public TradeStatistics ToStatistics() => new()
    {
        Trades = _trades,
        Wins = _wins,
        Losses = _losses,
        GrossProfit = _grossProfit,
        GrossLoss = _grossLoss,
    };
}
