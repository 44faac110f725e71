using System.Text.Json.Nodes;
using ForexE2E.Backtesting.Liveness;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>Whether one parameter lives on the bars.</summary>
/// <param name="State">live, live_from_base or dead.</param>
/// <param name="Base">Base point that showed it; null when dead.</param>
/// <param name="LiveWhen">Values set so that it could matter.</param>
/// <param name="From">Value it was changed from.</param>
/// <param name="To">Value that showed a change; null when dead.</param>
/// <param name="Reason">Why it is dead; empty when live.</param>
/// <param name="Hint">What would bring it to life; empty when live.</param>
/// <param name="Tried">Changes tried until the first that showed.</param>
internal sealed record ParameterLivenessDocument(
    string Name,
    string Group,
    string State,
    string? Base,
    JsonObject LiveWhen,
    JsonNode From,
    JsonNode? To,
    TradeChangeDocument? Change,
    string Reason,
    string Hint,
    int Tried)
{
    public static ParameterLivenessDocument Of(ParameterLiveness p, BarSeries bars)
    {
        JsonObject liveWhen = [];
        foreach ((string name, double value) in p.LiveWhen)
        {
            liveWhen[name] = ParameterValues.Of(ParameterCatalog.All[ParameterCatalog.All.IndexOf(name)], value);
        }

        return new ParameterLivenessDocument(
            p.Parameter.Name,
            p.Parameter.Group.ToName(),
            Words.Of(p.State),
            p.Base?.Name,
            liveWhen,
            ParameterValues.Of(p.Parameter, p.From),
            p.Change is null ? null : ParameterValues.Of(p.Parameter, p.To),
            p.Change is null ? null : TradeChangeDocument.Of(p.Change, bars),
            p.Reason,
            p.Hint,
            p.Tried);
    }
}

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

/// <summary>A trade in short.</summary>
internal sealed record ChangedTradeDocument(DateTime EntryTime, string Side, int MicroLots, double EntryPrice, DateTime ExitTime, double ExitPrice, string Reason)
{
    public static ChangedTradeDocument? Of(Trade? trade, BarSeries bars) => trade is not { } t ? null : new ChangedTradeDocument(
        t.EntryTime, Words.Of(t.Side), t.MicroLots, t.EntryPoints / bars.PointsPerUnit, t.ExitTime, t.ExitPoints / bars.PointsPerUnit, Words.Of(t.Reason));
}
