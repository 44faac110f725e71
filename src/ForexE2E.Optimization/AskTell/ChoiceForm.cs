using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.AskTell;

/// <summary>
/// How the choices of a categorical parameter go over the wire, as its space gave them: by index when "choices" was a number, by label
/// when it was a list, and labels that were no text as the JSON they were. Kept in the parameter's effect, which a space read from
/// JSON has no other use for.
/// </summary>
internal static class ChoiceForm
{
    private const string Index = "A choice told by its index.";
    private const string Label = "A choice told by its label.";
    private const string Json = "A choice told by its value.";
    private const int MostChoices = 10_000;

    /// <exception cref="ParameterException">The choices are no number and no list, or the default is none of them.</exception>
    public static ParameterDefinition Read(JsonElement p, string name)
    {
        if (!p.TryGetProperty("choices", out JsonElement choices))
        {
            throw new ParameterException($"Parameter {name}: a categorical parameter must have \"choices\", a number or a list of labels.");
        }

        (ImmutableArray<string> labels, string form) = choices.ValueKind switch
        {
            JsonValueKind.Number when choices.TryGetInt32(out int count) && count is >= 1 and <= MostChoices =>
                (Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToImmutableArray(), Index),
            JsonValueKind.Array when choices.GetArrayLength() is >= 1 and <= MostChoices && choices.EnumerateArray().All(c => c.ValueKind == JsonValueKind.String) =>
                ([.. choices.EnumerateArray().Select(c => c.GetString()!)], Label),
            JsonValueKind.Array when choices.GetArrayLength() is >= 1 and <= MostChoices => ([.. choices.EnumerateArray().Select(c => c.GetRawText())], Json),
            _ => throw new ParameterException(FormattableString.Invariant($"Parameter {name}: choices must be a number from 1 to {MostChoices} or a list of as many labels.")),
        };
        string first = !p.TryGetProperty("default", out JsonElement d) ? labels[0] : form == Json ? d.GetRawText() : d.ToString();
        return labels.Distinct(StringComparer.Ordinal).Count() < labels.Length ? throw new ParameterException($"Parameter {name}: a choice stands twice in its list.")
            : labels.Contains(first) ? ParameterDefinition.Categorical(name, ParameterGroup.Other, labels, first, form)
            : throw new ParameterException($"Parameter {name}: default '{first}' is none of its choices.");
    }

    /// <summary>Writes one choice under the parameter's name.</summary>
    public static void Write(Utf8JsonWriter writer, ParameterDefinition definition, int choice)
    {
        writer.WritePropertyName(definition.Name);
        switch (definition.Effect)
        {
            case Index:
                writer.WriteNumberValue(choice);
                break;
            case Json:
                writer.WriteRawValue(definition.Choices[choice]);
                break;
            default:
                writer.WriteStringValue(definition.Choices[choice]);
                break;
        }
    }

    /// <summary>Index of a choice as the wire tells it; -1 for none of them.</summary>
    public static int IndexOf(ParameterDefinition definition, JsonElement value) => definition.Effect switch
    {
        Index => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int index) && index >= 0 && index < definition.Choices.Length ? index : -1,
        Json => definition.Choices.IndexOf(value.GetRawText()),
        _ => value.ValueKind == JsonValueKind.String ? definition.Choices.IndexOf(value.GetString()!) : -1,
    };
}
