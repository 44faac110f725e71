using System.Text.Json.Nodes;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>A parameter matters only while another has this value.</summary>
internal sealed record ConditionDocument(string Parameter, JsonNode Value)
{
    public static ConditionDocument? Of(ParameterCondition? condition) => condition is null
        ? null
        : new(condition.Parent, ParameterValues.Of(ParameterCatalog.All[ParameterCatalog.All.IndexOf(condition.Parent)], condition.Value));
}
