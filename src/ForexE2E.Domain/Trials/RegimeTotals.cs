using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Trials;

/// <summary>Sums over the trades entered in one regime.</summary>
public sealed record RegimeTotals(Regime Regime, TradeTotals Totals)
{
    /// <summary>Their net money by the trading day of the exit, in order; days without an exit are absent.</summary>
    public ImmutableArray<DailyProfit> ByDay { get => field.IsDefault ? [] : field; init; } = [];

    public bool Equals(RegimeTotals? other) => other is not null && Regime == other.Regime && Totals == other.Totals && ByDay.SequenceEqual(other.ByDay);

    public override int GetHashCode() => HashCode.Combine(Regime, Totals);
}
