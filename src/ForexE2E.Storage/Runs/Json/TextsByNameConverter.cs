using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>Texts by name, in ordinal order on every machine: the serializer's own reader would sort by culture.</summary>
internal sealed class TextsByNameConverter : JsonConverter<ImmutableSortedDictionary<string, string>>
{
    public override ImmutableSortedDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            texts.Add(name, reader.GetString() ?? "");
        }

        return texts.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, string text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }
}
