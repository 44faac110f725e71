using System.Data.Common;
using System.Globalization;
using ForexE2E.Storage.Database;

namespace ForexE2E.Storage.Backups;

/// <summary>A column as the database declares it.</summary>
internal sealed record TableColumn(string Name, ColumnKind Kind)
{
    /// <summary>Columns of a table in their order; none when there is no such table.</summary>
    public static async Task<List<TableColumn>> Of(DbConnection connection, DatabaseKind database, string table, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        // Names of tables come from this program alone.
#pragma warning disable CA2100
        command.CommandText = database == DatabaseKind.Postgres
            ? $"SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY ordinal_position"
            : $"SELECT name, type FROM pragma_table_info('{table}') ORDER BY cid";
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<TableColumn> columns = [];
        while (await reader.ReadAsync(cancellation))
        {
            columns.Add(new TableColumn(reader.GetString(0), KindOf(reader.GetString(1))));
        }

        return columns;
    }

    /// <summary>A value as the driver gives it, in the one form of its kind.</summary>
    public object? Read(object value) => value is DBNull ? null : Kind switch
    {
        ColumnKind.Whole or ColumnKind.Long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ColumnKind.Real => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ColumnKind.Switch => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
        ColumnKind.Instant => value is DateTime instant
            ? DateTime.SpecifyKind(instant, DateTimeKind.Unspecified)
            : DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.None),
        _ => (string)value,
    };

    private static ColumnKind KindOf(string type) => type.ToLowerInvariant() switch
    {
        "integer" => ColumnKind.Whole,
        "bigint" => ColumnKind.Long,
        "float" or "double precision" => ColumnKind.Real,
        "boolean" => ColumnKind.Switch,
        "datetime" or "timestamp without time zone" => ColumnKind.Instant,
        "text" or "character varying" => ColumnKind.Text,
        var name when name.StartsWith("varchar", StringComparison.Ordinal) => ColumnKind.Text,
        var name => throw new NotSupportedException($"A backup does not know columns of type {name}."),
    };
}
