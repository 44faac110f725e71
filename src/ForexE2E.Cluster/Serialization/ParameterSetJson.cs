using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Cluster.Serialization;

/// <summary>A parameter set of the catalogue as texts by name: a reader of another version takes its default for what is missing.</summary>
internal sealed class ParameterSetJson : JsonConverter<ParameterSet>
{
    public override ParameterSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<KeyValuePair<string, string>> texts = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            texts.Add(new(name, reader.GetString() ?? throw new JsonException($"Parameter {name} has no value.")));
        }

        try
        {
            return ParameterSet.FromTexts(ParameterCatalog.All, texts);
        }
        catch (ParameterException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, ParameterSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, string text) in value.ToTexts())
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }
}
