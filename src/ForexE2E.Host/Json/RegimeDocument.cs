using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Json;

/// <summary>Trades entered in one regime; money in account currency at the start balance of a window.</summary>
internal sealed record RegimeDocument(string Regime, int Trades, int Wins, int Losses, double NetProfit)
{
    /// <summary>The four states in their order, summed over windows.</summary>
    public static IReadOnlyList<RegimeDocument> Of(IEnumerable<WindowResult> windows)
    {
        RegimeTotals[] all = [.. windows.SelectMany(w => w.ByRegime)];
        return [.. RegimeNames.States.Select(r => Sum(r, all.Where(t => t.Regime == r).Select(t => t.Totals).ToArray()))];
    }

    private static RegimeDocument Sum(Regime regime, TradeTotals[] totals) => new(
        regime.ToName(),
        totals.Sum(t => t.Trades),
        totals.Sum(t => t.Wins),
        totals.Sum(t => t.Losses),
        totals.Sum(t => t.GrossProfitCents - t.GrossLossCents) / 100.0);
}
