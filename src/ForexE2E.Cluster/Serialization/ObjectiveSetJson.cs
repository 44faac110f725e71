using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ForexE2E.Domain.Objectives;

namespace ForexE2E.Cluster.Serialization;

/// <summary>A run's objectives as a list.</summary>
internal sealed class ObjectiveSetJson : JsonConverter<ObjectiveSet>
{
    public override ObjectiveSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new([.. JsonSerializer.Deserialize(ref reader, Info(options)) ?? []]);

    public override void Write(Utf8JsonWriter writer, ObjectiveSet value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value.All], Info(options));

    private static JsonTypeInfo<Objective[]> Info(JsonSerializerOptions options) => (JsonTypeInfo<Objective[]>)options.GetTypeInfo(typeof(Objective[]));
}
