using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace ForexE2E.Storage.Backups;

/// <summary>Inserts rows of a backup as they are, keys included: binary COPY on PostgreSQL, one prepared statement on SQLite.</summary>
internal static class TableLoad
{
    public static async Task Rows(
        DbTransaction transaction, string table, List<TableColumn> columns, IAsyncEnumerable<ReadOnlyMemory<byte>> lines, CancellationToken cancellation)
    {
        if (transaction.Connection is NpgsqlConnection postgres)
        {
            await Copy(postgres, table, columns, lines, cancellation);
            await SetIdentity(postgres, table, columns, cancellation);
        }
        else
        {
            await Insert((SqliteTransaction)transaction, table, columns, lines);
        }
    }

    private static async Task Copy(
        NpgsqlConnection connection, string table, List<TableColumn> columns, IAsyncEnumerable<ReadOnlyMemory<byte>> lines, CancellationToken cancellation)
    {
        await using NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        await foreach (ReadOnlyMemory<byte> line in lines)
        {
            object?[] values = RowText.Read(line.Span, columns);
            await importer.StartRowAsync(cancellation);
            for (int i = 0; i < values.Length; i++)
            {
                await Write(importer, values[i], columns[i].Kind, cancellation);
            }
        }

        await importer.CompleteAsync(cancellation);
    }

    private static Task Write(NpgsqlBinaryImporter importer, object? value, ColumnKind kind, CancellationToken cancellation) => value switch
    {
        null => importer.WriteNullAsync(cancellation),
        long whole when kind == ColumnKind.Whole => importer.WriteAsync(checked((int)whole), NpgsqlDbType.Integer, cancellation),
        long whole => importer.WriteAsync(whole, NpgsqlDbType.Bigint, cancellation),
        double real => importer.WriteAsync(real, NpgsqlDbType.Double, cancellation),
        bool flag => importer.WriteAsync(flag, NpgsqlDbType.Boolean, cancellation),
        DateTime instant => importer.WriteAsync(instant, NpgsqlDbType.Timestamp, cancellation),
        var text => importer.WriteAsync((string)text, NpgsqlDbType.Text, cancellation),
    };

    // Keys were given, not drawn: the next one drawn must lie beyond them.
    private static async Task SetIdentity(NpgsqlConnection connection, string table, List<TableColumn> columns, CancellationToken cancellation)
    {
        if (columns.TrueForAll(c => c.Name != "id"))
        {
            return;
        }

        await using NpgsqlCommand command = connection.CreateCommand();
        // A table of our own: names come from this program alone. Without a sequence the function gives null, and nothing is set.
#pragma warning disable CA2100
        command.CommandText =
            $"SELECT setval(pg_get_serial_sequence('{table}', 'id'), greatest((SELECT coalesce(max(id), 0) FROM {table}), 1), (SELECT count(*) > 0 FROM {table}))";
#pragma warning restore CA2100
        await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task Insert(
        SqliteTransaction transaction, string table, List<TableColumn> columns, IAsyncEnumerable<ReadOnlyMemory<byte>> lines)
    {
        using SqliteCommand command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names of tables and columns come from this program and the catalogue alone.
        command.CommandText = $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        SqliteParameter[] parameters = [.. columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"$p{i}", null)))];
        command.Prepare();
        await foreach (ReadOnlyMemory<byte> line in lines)
        {
            object?[] values = RowText.Read(line.Span, columns);
            for (int i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] switch
                {
                    null => DBNull.Value,
                    DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                    var value => value,
                };
            }

            command.ExecuteNonQuery();
        }
    }

    private static string Names(List<TableColumn> columns) => string.Join(", ", columns.Select(c => c.Name));
}
