using System.Collections.Immutable;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// Chains windows by compounding: each begins with what the one before left. The drawdown is that of the chained curve, bar
/// by bar, and needs no more than each window's peak, low and own drawdown. The windows may stand in any order.
/// </summary>
public static class WindowJoin
{
    /// <exception cref="ArgumentException">Two windows have the same index, or start balances differ.</exception>
    public static PerformanceMetrics Join(IReadOnlyCollection<WindowResult> windows, double startBalance, double periodsPerYear)
    {
        List<WindowResult> ordered = Ordered(windows);
        ChainedEquity equity = new();
        ScaledTotals totals = new();
        foreach (WindowResult window in ordered)
        {
            totals.Add(window.Totals, equity.Growth);
            equity.Add(window);
        }

        return Metrics(equity, totals, startBalance, periodsPerYear);
    }

    /// <summary>Trades by the regime they were entered in, in the order of the enumeration; regimes without a trade are absent.</summary>
    /// <exception cref="ArgumentException">Two windows have the same index, or start balances differ.</exception>
    public static ImmutableArray<RegimePerformance> ByRegime(IReadOnlyCollection<WindowResult> windows)
    {
        Dictionary<Regime, ScaledTotals> sums = [];
        ChainedEquity equity = new();
        foreach (WindowResult window in Ordered(windows))
        {
            foreach (RegimeTotals part in window.ByRegime)
            {
                sums.TryAdd(part.Regime, new ScaledTotals());
                sums[part.Regime].Add(part.Totals, equity.Growth);
            }

            equity.Add(window);
        }

        return
        [
            .. from regime in RegimeNames.States
               where sums.ContainsKey(regime)
               let sum = sums[regime]
               select new RegimePerformance(regime, sum.ToStatistics(), sum.Costs, sum.HoldingHours),
        ];
    }

    internal static List<WindowResult> Ordered(IReadOnlyCollection<WindowResult> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        List<WindowResult> ordered = [.. windows.OrderBy(w => w.Index)];
        for (int i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Index == ordered[i - 1].Index || ordered[i].StartBalanceCents != ordered[0].StartBalanceCents)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Windows must have different indices and equal start balances: {ordered[i - 1].Index} and {ordered[i].Index} do not."));
            }
        }

        return ordered;
    }

    private static PerformanceMetrics Metrics(ChainedEquity equity, ScaledTotals totals, double startBalance, double periodsPerYear)
    {
        EquityPath path = new(equity.Growth, equity.MaxDrawdown, equity.MaxDrawdownFraction, equity.DailyReturns());
        return Metrics(path, totals, startBalance, periodsPerYear);
    }

    /// <summary>Metrics of a curve in units of the start balance and of the trades behind it.</summary>
    internal static PerformanceMetrics Metrics(in EquityPath equity, ScaledTotals totals, double startBalance, double periodsPerYear)
    {
        double[] returns = equity.DailyReturns;
        TradeStatistics trades = totals.ToStatistics();
        double? growth = AnnualGrowth.Rate(equity.Growth, returns.Length, periodsPerYear);
        return new PerformanceMetrics
        {
            TotalReturn = startBalance * (equity.Growth - 1),
            TotalReturnPct = 100 * (equity.Growth - 1),
            SharpeRatio = SharpeRatio.Annual(returns, periodsPerYear),
            SortinoRatio = SortinoRatio.Annual(returns, periodsPerYear),
            CalmarRatio = CalmarRatio.Of(growth, equity.MaxDrawdownFraction),
            MaxDrawdown = startBalance * equity.MaxDrawdown,
            MaxDrawdownPct = 100 * equity.MaxDrawdownFraction,
            WinRate = trades.WinRate,
            ProfitFactor = trades.ProfitFactor,
            TotalTrades = trades.Trades,
            WinningTrades = trades.Wins,
            LosingTrades = trades.Losses,
            AvgWin = trades.AverageWin,
            AvgLoss = trades.AverageLoss,
            Expectancy = trades.Expectancy,
            TotalCosts = totals.Costs,
            SpreadCosts = totals.Spread,
            CommissionCosts = totals.Commission,
            SlippageCosts = totals.Slippage,
            SwapCosts = totals.Swap,
            CostRatio = trades.GrossProfit > 0 ? totals.Costs / trades.GrossProfit : null,
            AvgHoldingTimeHrs = totals.HoldingHours,
            MaxDailyLossPct = returns.Length == 0 ? 0 : 100 * Math.Max(0, -returns.Min()),
            Cagr = growth,
            TradingDays = returns.Length,
            PeriodsPerYear = periodsPerYear,
        };
    }
}
