using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>
/// Writes and reads the JSON columns. Numbers come back to the last bit, names are snake case, and a column written in a
/// format this program does not know is refused.
/// </summary>
internal static class StoredJson
{
    /// <summary>Raised when a field changes its meaning; a field that is only added, with a default, needs no new version.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(RunJsonContext.Default.Options)
    {
        // Columns are read by people and databases, not by browsers.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = RunJsonContext.Default.WithAddedModifier(KeepOnlyWhatIsRead),
    };

    public static string Write<T>(T content) => JsonSerializer.Serialize(new Stored<T>(Version, content), TypeInfo<T>());

    /// <exception cref="RunStoreException">The column is damaged or of an unknown version.</exception>
    public static T Read<T>(string json)
    {
        try
        {
            int version = VersionOf(json);
            return version == Version
                ? JsonSerializer.Deserialize(json, TypeInfo<T>())!.Content
                : throw new RunStoreException(FormattableString.Invariant(
                    $"A stored {typeof(T).Name} has format {version}, this program reads {Version}. A newer forexe2e wrote it: use that one."));
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new RunStoreException($"A stored {typeof(T).Name} cannot be read: {e.Message} Restore the database from a backup.", e);
        }
    }

    private static JsonTypeInfo<Stored<T>> TypeInfo<T>() => (JsonTypeInfo<Stored<T>>)Options.GetTypeInfo(typeof(Stored<T>));

    private static int VersionOf(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        return reader.Read() && reader.Read() && reader.ValueTextEquals("version"u8) && reader.Read()
            ? reader.GetInt32()
            : throw new JsonException("It does not begin with its version.");
    }

    // Computed properties are left out, and so are the many zeros of trade sums, whose default is zero.
    private static void KeepOnlyWhatIsRead(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.Set is null && property.AssociatedParameter is null)
            {
                property.ShouldSerialize = static (_, _) => false;
            }
            else if (type.Type == typeof(WindowResult) && property.PropertyType == typeof(TimeSpan?))
            {
                // CPU time has a column of its own: what is measured differs each time, what is computed never.
                property.ShouldSerialize = static (_, _) => false;
            }
            else if (type.Type == typeof(TradeTotals))
            {
                property.ShouldSerialize = static (_, value) => value is not (0 or 0L);
            }
        }
    }
}
