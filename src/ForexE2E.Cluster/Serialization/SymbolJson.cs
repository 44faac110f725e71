using System.Text.Json;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Cluster.Serialization;

/// <summary>A symbol as its six letters.</summary>
internal sealed class SymbolJson : JsonConverter<Symbol>
{
    public override Symbol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Symbol.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
