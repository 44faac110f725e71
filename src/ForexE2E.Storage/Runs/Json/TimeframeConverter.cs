using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A timeframe as people write it, such as 5m.</summary>
internal sealed class TimeframeConverter : JsonConverter<Timeframe>
{
    public override Timeframe Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Timeframe.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Timeframe value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
