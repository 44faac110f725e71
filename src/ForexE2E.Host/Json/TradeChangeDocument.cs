using ForexE2E.Backtesting.Liveness;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Host.Json;

/// <summary>What a change of a parameter changed.</summary>
/// <param name="Trades">Trades gained or lost.</param>
/// <param name="Sizes">Trades of another size.</param>
/// <param name="Exits">Trades that end elsewhere or for another reason.</param>
/// <param name="First">Kind of the first difference in time: trades, sizes or exits.</param>
/// <param name="Before">That trade before; null when there was none.</param>
/// <param name="After">That trade after; null when it is gone.</param>
internal sealed record TradeChangeDocument(int Trades, int Sizes, int Exits, string First, ChangedTradeDocument? Before, ChangedTradeDocument? After)
{
    public static TradeChangeDocument Of(TradeChange c, BarSeries bars) =>
        new(c.Trades, c.Sizes, c.Exits, Words.Of(c.First), ChangedTradeDocument.Of(c.Before, bars), ChangedTradeDocument.Of(c.After, bars));
}
