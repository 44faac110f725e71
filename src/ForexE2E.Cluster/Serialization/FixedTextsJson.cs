using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForexE2E.Cluster.Serialization;

/// <summary>Parameters the user fixed, as texts by name; ordered by ordinals wherever they are read.</summary>
internal sealed class FixedTextsJson : JsonConverter<ImmutableSortedDictionary<string, string>>
{
    public override ImmutableSortedDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            texts[name] = reader.GetString() ?? throw new JsonException($"Parameter {name} has no value.");
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
