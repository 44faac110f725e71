using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>Runs a rule on a retail account.</summary>
internal static class Simulate
{
    public const long Start = 10_000_000;

    public static SimulationResult Run<TRule>(
        TRule rule, BarSeries bars, CostSettings? costs = null, AccountSettings? account = null, BarRange? range = null, ImmutableArray<BarSeries>? pairs = null, long[]? equity = null)
        where TRule : struct, ITradingRule
    {
        costs ??= CostSettings.Zero;
        account ??= new AccountSettings();
        AccountMarket market = new(new FillModel(bars, costs), new CostModel(bars, pairs ?? [], costs, account));
        return TradeSimulator.Run(rule, market, bars, TradingCalendar.NewYork(bars), range ?? new BarRange(0, bars.Count), Start, equity);
    }
}
