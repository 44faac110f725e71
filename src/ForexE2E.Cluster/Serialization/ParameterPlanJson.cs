using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Serialization;

/// <summary>
/// A plan. One set for all regimes is written as that set, as it was before there were plans; otherwise an object of sets by
/// regime below "byRegime", which a reader of an earlier version refuses instead of trading it everywhere.
/// </summary>
internal sealed class ParameterPlanJson : JsonConverter<ParameterPlan>
{
    private const string ByRegime = "byRegime";

    public override ParameterPlan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals(ByRegime))
        {
            return Set(ref reader, options);
        }

        List<RegimeSet> sets = [];
        reader.Read();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Regime regime = RegimeNames.Parse(reader.GetString()!);
            reader.Read();
            sets.Add(new RegimeSet(regime, Set(ref reader, options)));
        }

        reader.Read();
        return sets is [var only] ? ParameterPlan.Only(only.Regime, only.Parameters) : ParameterPlan.Switching(sets);
    }

    public override void Write(Utf8JsonWriter writer, ParameterPlan value, JsonSerializerOptions options)
    {
        if (value.Everywhere is { } set)
        {
            JsonSerializer.Serialize(writer, set, Info(options));
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject(ByRegime);
        foreach (Regime state in RegimeNames.States)
        {
            if (value.For(state) is { } own)
            {
                writer.WritePropertyName(state.ToName());
                JsonSerializer.Serialize(writer, own, Info(options));
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static ParameterSet Set(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Info(options)) ?? throw new JsonException("A parameter plan must hold a set.");

    private static JsonTypeInfo<ParameterSet> Info(JsonSerializerOptions options) => (JsonTypeInfo<ParameterSet>)options.GetTypeInfo(typeof(ParameterSet));
}
