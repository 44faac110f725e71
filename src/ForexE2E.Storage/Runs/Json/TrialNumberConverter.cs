using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A trial's number as a number.</summary>
internal sealed class TrialNumberConverter : JsonConverter<TrialNumber>
{
    public override TrialNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, TrialNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
