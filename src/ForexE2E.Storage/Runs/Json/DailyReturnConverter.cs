using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A day's return as a pair [day, return]: a run holds hundreds of thousands of them.</summary>
internal sealed class DailyReturnConverter : JsonConverter<DailyReturn>
{
    public override DailyReturn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            throw new JsonException("A daily return must be a pair [day, return].");
        }

        int day = reader.GetInt32();
        reader.Read();
        double value = reader.GetDouble();
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? new DailyReturn(day, value)
            : throw new JsonException("A daily return must be a pair [day, return].");
    }

    public override void Write(Utf8JsonWriter writer, DailyReturn value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.TradingDay);
        writer.WriteNumberValue(value.Return);
        writer.WriteEndArray();
    }
}
