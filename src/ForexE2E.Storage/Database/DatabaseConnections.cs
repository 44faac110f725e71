using System.Data.Common;
using ForexE2E.Domain.Runs;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>Opens connections to one database and runs reads and writes on them; a write is one transaction.</summary>
internal sealed class DatabaseConnections : IAsyncDisposable
{
    private const int MostPrepared = 64;

    private readonly DataOptions _options;
    private readonly NpgsqlDataSource? _source;

    // SQLite has one writer at a time; waiting here is cheaper than its own polling.
    private readonly SemaphoreSlim? _writer;

    public DatabaseConnections(DatabaseAddress address)
    {
        Address = address;
        if (address.Kind == DatabaseKind.Postgres)
        {
            NpgsqlDataSource source = NpgsqlDataSource.Create(Prepared(address.ConnectionString));
            _source = source;
            _options = new DataOptions().UseConnectionFactory(
                PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v13), _ => source.CreateConnection());
        }
        else
        {
            _writer = new SemaphoreSlim(1, 1);
            _options = new DataOptions()
                .UseConnectionFactory(SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft), _ => new SqliteConnection(address.ConnectionString))
                .UseMappingSchema(SqliteMappings.Schema)
                .UseAfterConnectionOpened(Prepare, (connection, _) =>
                {
                    Prepare(connection);
                    return Task.CompletedTask;
                });
        }
    }

    public DatabaseAddress Address { get; }

    /// <exception cref="RunStoreException">The database could not be read.</exception>
    public Task<T> Read<T>(Func<DataConnection, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        Run(async () =>
        {
            await using DataConnection connection = new(_options);
            return await read(connection, cancellation);
        }, cancellation);

    /// <exception cref="RunStoreException">The database could not be written; nothing of the write was stored.</exception>
    public Task<T> Write<T>(Func<DataConnection, CancellationToken, Task<T>> write, CancellationToken cancellation) =>
        Run(async () =>
        {
            await (_writer?.WaitAsync(cancellation) ?? Task.CompletedTask);
            try
            {
                await using DataConnection connection = new(_options);
                // On SQLite this is BEGIN IMMEDIATE: a write that has begun cannot find the database taken half-way.
                await using DataConnectionTransaction transaction = await connection.BeginTransactionAsync(cancellation);
                T result = await write(connection, cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            }
            finally
            {
                _writer?.Release();
            }
        }, cancellation);

    /// <summary>The database program and its version, such as "PostgreSQL 15.8" or "SQLite 3.50.4".</summary>
    public Task<string> ServerVersion(CancellationToken cancellation) => Read(async (db, token) =>
    {
        DbConnection connection = await db.OpenDbConnectionAsync(token);
        return $"{(Address.Kind == DatabaseKind.Postgres ? "PostgreSQL" : "SQLite")} {connection.ServerVersion}";
    }, cancellation);

    public async ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }
        else
        {
            // The last closed connection folds the write-ahead log into the file.
            using SqliteConnection connection = new(Address.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private async Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            // The SQLite driver blocks its caller, who may be an actor: off to the thread pool.
            return _source is null ? await Task.Run(work, cancellation) : await work();
        }
        catch (Exception e) when (DatabaseFailure.Is(e))
        {
            throw DatabaseFailure.Of(Address, e);
        }
    }

    // What is said again and again is prepared by the driver, unless the user says otherwise (as behind PgBouncer).
    private static string Prepared(string connectionString)
    {
        NpgsqlConnectionStringBuilder own = new(connectionString);
        return own.ShouldSerialize("Max Auto Prepare") ? connectionString : new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = MostPrepared }.ConnectionString;
    }

    // NORMAL survives kill -9 without loss; a power failure may lose the last commits but not damage the file.
    private static void Prepare(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
    }
}
