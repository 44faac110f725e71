using System.Data.Common;
using System.Text.Json;

namespace ForexE2E.Storage.Backups;

/// <summary>The parameter sets in force, as JSON that people and other programs can read without a database (specification 9.2).</summary>
internal static class DeployedParameters
{
    private const string Active =
        "SELECT id, symbol, timeframe, regime, trial_number, parameters_json FROM regime_parameters WHERE is_active = TRUE ORDER BY symbol, timeframe, regime";

    public static async Task<byte[]> Read(DbTransaction snapshot, CancellationToken cancellation)
    {
        await using DbCommand command = snapshot.Connection!.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = Active;
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        using MemoryStream content = new();
        await using (Utf8JsonWriter writer = new(content, RowText.Options with { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartArray();
            while (await reader.ReadAsync(cancellation))
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", reader.GetInt64(0));
                writer.WriteString("symbol", reader.GetString(1));
                writer.WriteString("timeframe", reader.GetString(2));
                writer.WriteString("regime", reader.GetString(3));
                writer.WriteNumber("trial_number", reader.GetInt64(4));
                writer.WritePropertyName("parameters");
                writer.WriteRawValue(reader.GetString(5));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return content.ToArray();
    }
}
