using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

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

    /// <exception cref="RunStoreException">The text is no such object, or not of this program's catalogue.</exception>
    public static ParameterSet Read(string json, string where)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            KeyValuePair<string, string>[] texts = [.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, TextOf(p.Value)))];
            ParameterSet parameters = ParameterSet.FromTexts(ParameterCatalog.All, texts);
            HashSet<string> named = [.. texts.Select(t => t.Key)];
            // A default in the place of a missing value would be another set than the one that was tested.
            return ParameterCatalog.All.FirstOrDefault(d => !named.Contains(d.Name)) is { } missing
                ? throw new ParameterException($"Parameter {missing.Name} is missing.")
                : parameters;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ParameterException)
        {
            throw new RunStoreException($"{where} holds no parameter set of this program's catalogue: {e.Message} Use the version of forexe2e named in the run's record.", e);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
