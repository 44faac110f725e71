using ForexE2E.Backtesting.Metrics;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>Trades entered in one regime; money in account currency, windows chained by compounding.</summary>
/// <param name="Costs">Spread, commission, slippage and swap paid.</param>
/// <param name="AvgHoldingTimeHrs">Null without trades.</param>
public sealed record RegimePerformance(Regime Regime, TradeStatistics Trades, double Costs, double? AvgHoldingTimeHrs);
