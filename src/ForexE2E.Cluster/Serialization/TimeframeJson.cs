using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Cluster.Serialization;

/// <summary>A timeframe as it is typed, such as 5m.</summary>
internal sealed class TimeframeJson : JsonConverter<Timeframe>
{
    public override Timeframe Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Timeframe.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Timeframe value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
