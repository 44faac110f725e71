using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Trials;

/// <summary>Sums over the trades entered in one regime.</summary>
public sealed record RegimeTotals(Regime Regime, TradeTotals Totals);
