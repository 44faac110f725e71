using ForexE2E.Storage.Database;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Database;

/// <summary>A new, empty database that goes away after its test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string PostgresVariable = "FOREXE2E_TEST_POSTGRES";

    private readonly Func<Task> _remove;

    private TestDatabase(DatabaseAddress address, Func<Task> remove) => (Address, _remove) = (address, remove);

    public DatabaseAddress Address { get; }

    public static TestDatabase Sqlite()
    {
        string folder = Directory.CreateTempSubdirectory("forexe2e-test-").FullName;
        return new TestDatabase(DatabaseAddress.Sqlite(Path.Combine(folder, "runs.db")), () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>A database of its own on the server of FOREXE2E_TEST_POSTGRES; null, loudly, when that is not set.</summary>
    public static async Task<TestDatabase?> Postgres(ITestOutputHelper output)
    {
        if (Environment.GetEnvironmentVariable(PostgresVariable) is not { Length: > 0 } server)
        {
            output.WriteLine($"SKIPPED: {PostgresVariable} is not set; 'tests/postgres.sh start' prints a value for it.");
            return null;
        }

        string name = "forexe2e_test_" + Guid.NewGuid().ToString("N");
        await Execute(server, $"CREATE DATABASE {name}");
        NpgsqlConnectionStringBuilder own = new(server) { Database = name };
        return new TestDatabase(DatabaseAddress.Postgres(own.ConnectionString), () => Execute(server, $"DROP DATABASE {name} WITH (FORCE)"));
    }

    public async ValueTask DisposeAsync() => await _remove();

    private static async Task Execute(string server, string sql)
    {
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
