using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ForexE2E.Storage.Backups;

/// <summary>A row as one line of JSON: an object by column, numbers with all their digits, instants as 2026-01-31T22:00:00.123456.</summary>
internal static class RowText
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter writer, List<TableColumn> columns, Func<int, object?> value)
    {
        writer.WriteStartObject();
        for (int i = 0; i < columns.Count; i++)
        {
            writer.WritePropertyName(columns[i].Name);
            switch (value(i))
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case long whole:
                    writer.WriteNumberValue(whole);
                    break;
                case double real:
                    writer.WriteNumberValue(real);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                case DateTime instant:
                    writer.WriteStringValue(instant.ToString(InstantFormat, CultureInfo.InvariantCulture));
                    break;
                case var text:
                    writer.WriteStringValue((string)text);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>A row's values in the order of the columns; a column the row does not have is null.</summary>
    /// <exception cref="JsonException">Not an object.</exception>
    /// <exception cref="FormatException">A value is not of its column's kind.</exception>
    public static object?[] Read(ReadOnlySpan<byte> line, IReadOnlyList<TableColumn> columns)
    {
        Utf8JsonReader reader = new(line);
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? [.. columns.Select(c => Value(document.RootElement, c))]
            : throw new JsonException("A row must be an object.");
    }

    private static object? Value(JsonElement row, TableColumn column)
    {
        if (!row.TryGetProperty(column.Name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return column.Kind switch
            {
                ColumnKind.Whole or ColumnKind.Long => value.GetInt64(),
                ColumnKind.Real => value.GetDouble(),
                ColumnKind.Switch => value.GetBoolean(),
                ColumnKind.Instant => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.None),
                _ => value.GetString(),
            };
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException($"Column {column.Name} holds {value.GetRawText()}.", e);
        }
    }
}
