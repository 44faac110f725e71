using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>Adds trades up, all together or by the regime they were entered in.</summary>
internal static class TradeSums
{
    public static TradeTotals All(IEnumerable<Trade> trades) => trades.Aggregate(TradeTotals.None, Add);

    /// <summary>The states that have trades, in the order of the enumeration.</summary>
    /// <param name="exitDay">Trading day of a trade's exit.</param>
    public static IEnumerable<RegimeTotals> ByRegime(IReadOnlyCollection<Trade> trades, Func<Trade, int> exitDay) =>
        from regime in RegimeNames.States
        let own = trades.Where(t => t.Regime == regime).ToList()
        where own.Count > 0
        select new RegimeTotals(regime, All(own))
        {
            ByDay = [.. own.GroupBy(exitDay).OrderBy(day => day.Key).Select(day => new DailyProfit(day.Key, day.Sum(t => t.NetCents)))],
        };

    private static TradeTotals Add(TradeTotals sum, Trade trade) => sum with
    {
        Trades = sum.Trades + 1,
        Wins = sum.Wins + (trade.NetCents > 0 ? 1 : 0),
        Losses = sum.Losses + (trade.NetCents < 0 ? 1 : 0),
        GrossProfitCents = sum.GrossProfitCents + Math.Max(0, trade.NetCents),
        GrossLossCents = sum.GrossLossCents - Math.Min(0, trade.NetCents),
        SpreadCents = sum.SpreadCents + trade.SpreadCents,
        CommissionCents = sum.CommissionCents + trade.CommissionCents,
        SlippageCents = sum.SlippageCents + trade.SlippageCents,
        SwapCents = sum.SwapCents - trade.SwapCents,
        HoldingMinutes = sum.HoldingMinutes + trade.HoldingMinutes,
    };
}
