using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// Turns a rule's decisions into trades and money, bar by bar: decided at a close, filled at the next open, watched inside
/// every bar from the entry bar on, flat at the start and at the end. docs/backtest.md tells the order within a bar.
/// </summary>
public static class TradeSimulator
{
    /// <summary>Simulates a rule over a range of bars. Nothing is shared: calls may run on several threads at once.</summary>
    /// <param name="rule">Asked at every close of the range but the last.</param>
    /// <param name="market">Fills and costs on these bars.</param>
    /// <param name="bars">The series traded.</param>
    /// <param name="calendar">Trading days and nights of the same series.</param>
    /// <param name="range">Bars that trade; earlier ones are for the rule's indicators only.</param>
    /// <param name="startBalanceCents">Above 0.</param>
    /// <param name="equity">Receives the equity at each close of the range; empty when no curve is wanted.</param>
    /// <param name="cancellation">Looked at every few thousand bars.</param>
    /// <exception cref="ArgumentException">The range, balance or curve does not fit the series.</exception>
    public static SimulationResult Run<TRule, TMarket>(
        TRule rule,
        in TMarket market,
        BarSeries bars,
        TradingCalendar calendar,
        BarRange range,
        long startBalanceCents,
        Span<long> equity = default,
        CancellationToken cancellation = default)
        where TRule : struct, ITradingRule, allows ref struct
        where TMarket : struct, IMarketModel
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(startBalanceCents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, bars.Count, nameof(range));
        if (calendar.Events.Length != bars.Count || (!equity.IsEmpty && equity.Length != range.Count))
        {
            throw new ArgumentException("The calendar must be made of these bars, and the equity curve as long as the range.", nameof(calendar));
        }

        Simulation<TRule, TMarket> simulation = new(rule, market, bars, calendar, range, startBalanceCents, equity);
        try
        {
            simulation.Run(cancellation);
            return simulation.ToResult();
        }
        finally
        {
            simulation.Release();
        }
    }
}
