using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ForexE2E.Host.Json;

/// <summary>Prints a document: indented, snake_case, numbers invariant, undefined values null.</summary>
internal static class JsonPrinter
{
    public static void Print<T>(TextWriter output, T document, JsonTypeInfo<T> type)
        where T : Document =>
        output.WriteLine(JsonSerializer.Serialize(document, type));
}
