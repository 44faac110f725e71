using System.Text.Json;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.AskTell;

/// <summary>How one parameter value is written in JSON: numbers as numbers, switches as 0 or 1, choices as index or label.</summary>
internal static class ValueJson
{
    /// <exception cref="ParameterException">The value is none this parameter may take.</exception>
    public static double Read(ParameterDefinition definition, JsonElement value)
    {
        double encoded = value.ValueKind switch
        {
            _ when definition.Kind == ParameterKind.Categorical => ChoiceForm.IndexOf(definition, value),
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => double.NaN,
        };
        return definition.Holds(encoded)
            ? encoded
            : throw new ParameterException($"Parameter {definition.Name} must be {definition.Describe()}, was {value.GetRawText()}.");
    }

    public static void Write(Utf8JsonWriter writer, ParameterDefinition definition, double encoded)
    {
        if (definition.Kind == ParameterKind.Categorical)
        {
            ChoiceForm.Write(writer, definition, (int)encoded);
        }
        else if (definition.Kind == ParameterKind.Float)
        {
            writer.WriteNumber(definition.Name, encoded);
        }
        else
        {
            writer.WriteNumber(definition.Name, (long)encoded);
        }
    }
}
