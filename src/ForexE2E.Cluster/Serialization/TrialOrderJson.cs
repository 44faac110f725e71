using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Serialization;

/// <summary>An order of trials as a list of their numbers.</summary>
internal sealed class TrialOrderJson : JsonConverter<TrialOrder>
{
    public override TrialOrder Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<int> numbers = [];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An order of trials must be a list of numbers.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.GetInt32());
        }

        return [.. numbers];
    }

    public override void Write(Utf8JsonWriter writer, TrialOrder value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (int number in value.AsSpan())
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
