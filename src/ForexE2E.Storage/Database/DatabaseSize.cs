using System.Collections.Immutable;
using System.Data.Common;
using ForexE2E.Domain.Runs;
using LinqToDB.Data;

namespace ForexE2E.Storage.Database;

/// <summary>How much room a database takes.</summary>
/// <param name="Server">The database program and its version.</param>
/// <param name="Bytes">Of the whole database: on SQLite its file with the write-ahead log.</param>
/// <param name="Rows">Rows by table, in the order of the tables' names.</param>
public sealed record DatabaseSize(string Server, long Bytes, ImmutableSortedDictionary<string, long> Rows)
{
    /// <exception cref="RunStoreException">The database cannot be read or has another schema.</exception>
    public static async Task<DatabaseSize> Of(DatabaseAddress address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        await new DatabaseSchema(address).EnsureCurrent(cancellation);
        await using DatabaseConnections database = new(address);
        string server = await database.ServerVersion(cancellation);
        return await database.Read(async (db, token) =>
        {
            ImmutableSortedDictionary<string, long>.Builder rows = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
            foreach (string table in await Names(db, address.Kind, token))
            {
                rows[table] = await Number(db, $"SELECT count(*) FROM {table}", token);
            }

            return new DatabaseSize(server, await Size(db, address, token), rows.ToImmutable());
        }, cancellation);
    }

    /// <summary>Only the bytes, without counting rows: cheap enough to be asked every minute.</summary>
    /// <exception cref="RunStoreException">The database cannot be read.</exception>
    public static async Task<long> BytesOf(DatabaseAddress address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        await using DatabaseConnections database = new(address);
        return await database.Read((db, token) => Size(db, address, token), cancellation);
    }

    private static async Task<long> Size(DataConnection db, DatabaseAddress address, CancellationToken cancellation) => address.Kind == DatabaseKind.Postgres
        ? await Number(db, "SELECT pg_database_size(current_database())", cancellation)
        : new[] { "", "-wal" }.Select(suffix => new FileInfo(address.File + suffix)).Where(f => f.Exists).Sum(f => f.Length);

    private static async Task<List<string>> Names(DataConnection db, DatabaseKind kind, CancellationToken cancellation)
    {
        await using DbCommand command = (await db.OpenDbConnectionAsync(cancellation)).CreateCommand();
        command.CommandText = kind == DatabaseKind.Postgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<string> names = [];
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task<long> Number(DataConnection db, string sql, CancellationToken cancellation)
    {
        await using DbCommand command = (await db.OpenDbConnectionAsync(cancellation)).CreateCommand();
#pragma warning disable CA2100 // Sentences of this class; names of tables come from the catalogue.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
