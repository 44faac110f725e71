using System.Collections.Immutable;
using System.Data.Common;
using ForexE2E.Domain.Runs;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>Reads which schema steps a database has, without changing it.</summary>
internal static class AppliedVersions
{
    /// <exception cref="RunStoreException">A SQLite file holds another program's tables.</exception>
    public static async Task<ImmutableArray<long>> Read(DatabaseAddress address, CancellationToken cancellation)
    {
        if (address.Kind == DatabaseKind.Sqlite && !SqliteFile.Exists(address))
        {
            return [];
        }

        await using DbConnection connection = Open(address);
        await connection.OpenAsync(cancellation);
        if (!await HasVersionTable(connection, address.Kind, cancellation))
        {
            await RefuseForeignFile(connection, address, cancellation);
            return [];
        }

        await using DbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {SchemaVersionTable.VersionColumn} FROM {SchemaVersionTable.Name} ORDER BY 1";
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        ImmutableArray<long>.Builder versions = ImmutableArray.CreateBuilder<long>();
        while (await reader.ReadAsync(cancellation))
        {
            versions.Add(reader.GetInt64(0));
        }

        return versions.ToImmutable();
    }

    private static DbConnection Open(DatabaseAddress address) => address.Kind == DatabaseKind.Postgres
        ? new NpgsqlConnection(address.ConnectionString)
        : new SqliteConnection(new SqliteConnectionStringBuilder(address.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);

    private static async Task<bool> HasVersionTable(DbConnection connection, DatabaseKind kind, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = kind == DatabaseKind.Postgres
            ? $"SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '{SchemaVersionTable.Name}'"
            : $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{SchemaVersionTable.Name}'";
        return (long)(await command.ExecuteScalarAsync(cancellation))! > 0;
    }

    private static async Task RefuseForeignFile(DbConnection connection, DatabaseAddress address, CancellationToken cancellation)
    {
        if (address.Kind != DatabaseKind.Sqlite)
        {
            return;
        }

        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' LIMIT 1";
        if (await command.ExecuteScalarAsync(cancellation) is string table)
        {
            throw new RunStoreException($"{address} belongs to another program: it holds a table '{table}'. Name another file.");
        }
    }
}
