using System.Text.Json.Nodes;
using ForexE2E.Backtesting.Liveness;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>What 'parameters liveness' prints.</summary>
/// <param name="Windows">Windows traded.</param>
/// <param name="DefaultTrades">Trades of the defaults over them.</param>
/// <param name="BasePoints">Where changes were tried from, in this order.</param>
internal sealed record LivenessDocument(
    DataDocument Data,
    SettingsDocument Settings,
    int Windows,
    int DefaultTrades,
    IReadOnlyList<ComponentDocument> Components,
    IReadOnlyList<BasePointDocument> BasePoints,
    IReadOnlyList<ParameterLivenessDocument> Parameters,
    LivenessCountDocument Summary,
    IReadOnlyList<string> Remarks) : Document("parameters_liveness");

/// <summary>How many parameters are in which state.</summary>
internal sealed record LivenessCountDocument(int Parameters, int Live, int LiveFromBase, int Dead, IReadOnlyDictionary<string, string> LiveByGroup)
{
    public static LivenessCountDocument Of(IReadOnlyCollection<ParameterLiveness> all) => new(
        all.Count,
        all.Count(p => p.State == LivenessState.Live),
        all.Count(p => p.State == LivenessState.LiveFromBase),
        all.Count(p => p.State == LivenessState.Dead),
        all.GroupBy(p => p.Parameter.Group).OrderBy(g => g.Key).ToDictionary(
            g => g.Key.ToName(), g => FormattableString.Invariant($"{g.Count(p => p.State != LivenessState.Dead)} of {g.Count()}"), StringComparer.Ordinal));
}

/// <summary>A set from which changes were tried.</summary>
internal sealed record BasePointDocument(string Name, string Why, JsonObject Changes)
{
    public static BasePointDocument Of(BasePoint point)
    {
        JsonObject changes = [];
        foreach ((string name, string text) in point.Changes)
        {
            ParameterDefinition d = ParameterCatalog.All[ParameterCatalog.All.IndexOf(name)];
            changes[name] = ParameterValues.Of(d, d.Parse(text));
        }

        return new BasePointDocument(point.Name, point.Why, changes);
    }
}
