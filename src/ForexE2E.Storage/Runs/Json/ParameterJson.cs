using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A parameter set as the trading engine reads it: an object of numbers, switches, labels and lists by name.</summary>
internal static class ParameterJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The type a value has in the tables; a choice whose labels are JSON lists is a list.</summary>
    public static string TypeOf(ParameterDefinition definition) => definition.Kind switch
    {
        ParameterKind.Int => "int",
        ParameterKind.Float => "float",
        ParameterKind.Bool => "bool",
        _ => definition.Choices.All(c => c.StartsWith('[')) ? "list" : "str",
    };

    public static string Write(ParameterSet parameters)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            for (int i = 0; i < parameters.Definitions.Count; i++)
            {
                writer.WritePropertyName(parameters.Definitions[i].Name);
                string text = parameters.Format(i);
                if (TypeOf(parameters.Definitions[i]) == "str")
                {
                    writer.WriteStringValue(text);
                }
                else
                {
                    // Texts of numbers, switches and lists are JSON already.
                    writer.WriteRawValue(text);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
