using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Host.Json;

/// <summary>A trade in short.</summary>
internal sealed record ChangedTradeDocument(DateTime EntryTime, string Side, int MicroLots, double EntryPrice, DateTime ExitTime, double ExitPrice, string Reason)
{
    public static ChangedTradeDocument? Of(Trade? trade, BarSeries bars) => trade is not { } t ? null : new ChangedTradeDocument(
        t.EntryTime, Words.Of(t.Side), t.MicroLots, t.EntryPoints / bars.PointsPerUnit, t.ExitTime, t.ExitPoints / bars.PointsPerUnit, Words.Of(t.Reason));
}
