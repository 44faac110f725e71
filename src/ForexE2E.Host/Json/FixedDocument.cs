using System.Text.Json.Nodes;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>A parameter that was not varied, and why.</summary>
internal sealed record FixedDocument(string Name, JsonNode Value, string Reason)
{
    public static IReadOnlyList<FixedDocument> Of(IEnumerable<FixedParameter> parameters) =>
    [
        .. parameters.Select(f => new FixedDocument(f.Name, ParameterValues.Of(ParameterCatalog.All[ParameterCatalog.All.IndexOf(f.Name)], f.Value), f.Reason)),
    ];
}
