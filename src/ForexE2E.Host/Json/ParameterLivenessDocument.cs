using System.Text.Json.Nodes;
using ForexE2E.Backtesting.Liveness;
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
