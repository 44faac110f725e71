using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A run's id as text.</summary>
internal sealed class RunIdConverter : JsonConverter<RunId>
{
    public override RunId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RunId.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, RunId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
