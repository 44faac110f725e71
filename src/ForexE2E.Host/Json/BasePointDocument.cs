using System.Text.Json.Nodes;
using ForexE2E.Backtesting.Liveness;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

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
