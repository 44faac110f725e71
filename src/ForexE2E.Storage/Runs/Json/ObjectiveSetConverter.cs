using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ForexE2E.Domain.Objectives;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A set of objectives as the list it is.</summary>
internal sealed class ObjectiveSetConverter : JsonConverter<ObjectiveSet>
{
    public override ObjectiveSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, List(options)));

    public override void Write(Utf8JsonWriter writer, ObjectiveSet value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.All, List(options));

    private static JsonTypeInfo<ImmutableArray<Objective>> List(JsonSerializerOptions options) =>
        (JsonTypeInfo<ImmutableArray<Objective>>)options.GetTypeInfo(typeof(ImmutableArray<Objective>));
}
