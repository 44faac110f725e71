using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>Writes an enumeration by name, as the columns do; numbers are refused, for they would change with the order of the code.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
