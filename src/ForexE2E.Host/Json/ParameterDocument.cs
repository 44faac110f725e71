using System.Text.Json.Nodes;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>One of the 90 parameters.</summary>
/// <param name="Low">Null for switches and choices.</param>
/// <param name="Choices">Empty unless the type is categorical.</param>
/// <param name="LiveWhen">Null: always; otherwise it matters only while that parameter has that value.</param>
internal sealed record ParameterDocument(
    string Name,
    string Group,
    string Type,
    double? Low,
    double? High,
    bool LogScale,
    IReadOnlyList<string> Choices,
    JsonNode Default,
    string Unit,
    ConditionDocument? LiveWhen,
    string Effect)
{
    public static ParameterDocument Of(ParameterDefinition d)
    {
        bool isNumber = d.Kind is ParameterKind.Int or ParameterKind.Float;
        return new ParameterDocument(
            d.Name,
            d.Group.ToName(),
            Words.Of(d.Kind),
            isNumber ? d.Low : null,
            isNumber ? d.High : null,
            d.LogScale,
            d.Choices,
            ParameterValues.Of(d, d.Default),
            d.Unit,
            ConditionDocument.Of(d.LiveWhen),
            d.Effect);
    }
}
