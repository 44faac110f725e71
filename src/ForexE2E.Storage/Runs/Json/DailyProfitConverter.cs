using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A day's profit as a pair [day, cents], as short as a day's return.</summary>
internal sealed class DailyProfitConverter : JsonConverter<DailyProfit>
{
    private const string Form = "A daily profit must be a pair [day, cents].";

    public override DailyProfit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            throw new JsonException(Form);
        }

        int day = reader.GetInt32();
        reader.Read();
        long cents = reader.GetInt64();
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new DailyProfit(day, cents) : throw new JsonException(Form);
    }

    public override void Write(Utf8JsonWriter writer, DailyProfit value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.TradingDay);
        writer.WriteNumberValue(value.Cents);
        writer.WriteEndArray();
    }
}
