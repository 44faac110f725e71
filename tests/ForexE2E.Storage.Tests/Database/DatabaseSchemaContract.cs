using System.Data.Common;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Tests.Migrations;
using ForexE2E.Testing.Contracts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Tests.Database;

/// <summary>What migrations promise on both databases.</summary>
public abstract class DatabaseSchemaContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected abstract Task WithDatabase(Func<DatabaseAddress, Task> promise);

    [Fact]
    public Task An_empty_database_goes_up_down_and_up() => WithDatabase(async address =>
    {
        DatabaseSchema schema = new(address);
        Assert.True((await schema.Status(None)).IsAbsent);
        Assert.True((await schema.MigrateUp(None)).IsCurrent);
        Assert.True((await schema.MigrateDown(0, None)).IsAbsent);
        Assert.Empty(await Query(address, Tables(address)));
        Assert.True((await schema.MigrateUp(None)).IsCurrent);
        Assert.True((await schema.MigrateUp(None)).IsCurrent);
    });

    [Fact]
    public Task A_filled_database_goes_down_and_up() => WithDatabase(async address =>
    {
        await Fill(address);
        DatabaseSchema schema = new(address);
        Assert.True((await schema.MigrateDown(0, None)).IsAbsent);
        await Fill(address);
    });

    [Fact]
    public Task A_step_down_and_up_keeps_the_older_tables_rows() => WithDatabase(async address =>
    {
        await Fill(address);
        DatabaseSchema schema = new(address);
        SchemaStatus older = await schema.MigrateDown(2026112301, None);
        Assert.Equal((2026112301, true, false), (older.Current, older.IsOlder, older.IsAbsent));
        Assert.True((await schema.MigrateUp(None)).IsCurrent);
        Assert.Equal(["180"], await Query(address, "SELECT count(*) FROM optimization_parameters"));
        Assert.Equal(["2"], await Query(address, "SELECT count(*) FROM optimization_results"));
    });

    [Fact]
    public Task The_five_tables_have_the_columns_of_the_specification() => WithDatabase(async address =>
    {
        await new DatabaseSchema(address).MigrateUp(None);
        foreach ((string table, string[] columns) in SpecifiedTables.Columns(address.Kind))
        {
            Assert.Equal(columns, await Query(address, Columns(address, table)));
        }
    });

    [Fact]
    public Task The_indexes_have_the_names_of_the_specification() => WithDatabase(async address =>
    {
        await new DatabaseSchema(address).MigrateUp(None);
        IReadOnlyList<string> names = await Query(address, address.Kind == DatabaseKind.Postgres
            ? "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
            : "SELECT name FROM sqlite_master WHERE type = 'index'");
        Assert.Empty(SpecifiedTables.Indexes.Except(names));
    });

    [Fact]
    public Task Only_one_parameter_set_of_a_market_and_regime_can_be_active() => WithDatabase(async address =>
    {
        await Fill(address);
        const string Insert = "INSERT INTO regime_parameters (symbol, timeframe, regime, optimization_run_id, trial_number, parameters_json, max_drawdown_pct, is_active) "
            + "SELECT 'EURUSD', '5m', 'ranging', id, 0, '{}', 1.5, {0} FROM optimization_runs";
        await Query(address, Insert.Replace("{0}", "TRUE", StringComparison.Ordinal));
        await Query(address, Insert.Replace("{0}", "FALSE", StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<DbException>(() => Query(address, Insert.Replace("{0}", "TRUE", StringComparison.Ordinal)));
    });

    [Fact]
    public Task A_deleted_run_takes_its_rows_along() => WithDatabase(async address =>
    {
        await Fill(address);
        await Query(address, "DELETE FROM optimization_runs");
        foreach (string table in (string[])["optimization_parameters", "optimization_results", "run_definitions", "trials", "window_results"])
        {
            Assert.Equal(["0"], await Query(address, $"SELECT count(*) FROM {table}"));
        }
    });

    [Fact]
    public Task A_failing_migration_leaves_the_old_schema_and_its_rows() => WithDatabase(async address =>
    {
        await Fill(address);
        SchemaStatus before = await new DatabaseSchema(address).Status(None);
        DatabaseSchema broken = new(address, typeof(M99990101_1_BreaksHalfWay).Assembly);
        await Assert.ThrowsAsync<RunStoreException>(() => broken.MigrateUp(None));
        Assert.Equal(before, await new DatabaseSchema(address).Status(None));
        Assert.DoesNotContain("half_way", await Query(address, Tables(address)));
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        Assert.Single(await store.ListRuns(10, None));
    });

    [Fact]
    public Task A_newer_schema_is_refused_untouched() => WithDatabase(async address =>
    {
        await Fill(address);
        await Query(address, "INSERT INTO schema_versions (version, applied_on, description) VALUES (9998010101, CURRENT_TIMESTAMP, 'of tomorrow')");
        DatabaseSchema schema = new(address);
        Assert.True((await schema.Status(None)).IsNewer);
        foreach (Func<Task> use in (Func<Task>[])
            [() => schema.MigrateUp(None), () => schema.MigrateDown(0, None), () => schema.EnsureCurrent(None), () => RunStores.Open(address, TimeProvider.System)])
        {
            RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(use);
            Assert.Contains("newer", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["1"], await Query(address, "SELECT count(*) FROM optimization_runs"));
    });

    [Fact]
    public Task A_store_that_may_not_migrate_asks_for_it() => WithDatabase(async address =>
    {
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunStores.OpenMigrated(address, TimeProvider.System));
        Assert.Contains("forexe2e migrate up", refusal.Message, StringComparison.Ordinal);
    });

    [Fact]
    public Task Two_programs_that_start_together_migrate_once() => WithDatabase(async address =>
    {
        SchemaStatus[] both = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new DatabaseSchema(address).MigrateUp(None)));
        Assert.All(both, status => Assert.True(status.IsCurrent));
    });

    private static async Task Fill(DatabaseAddress address)
    {
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.FinishTrials(SampleRuns.Run(1).Id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], None);
    }

    private static string Tables(DatabaseAddress address) => address.Kind == DatabaseKind.Postgres
        ? "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name <> 'schema_versions'"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_versions'";

    private static string Columns(DatabaseAddress address, string table) => address.Kind == DatabaseKind.Postgres
        ? "SELECT column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END "
            + $"FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"
        : $"SELECT name || ' ' || type || CASE \"notnull\" WHEN 1 THEN ' NOT NULL' ELSE '' END FROM pragma_table_info('{table}')";

    protected static async Task<IReadOnlyList<string>> Query(DatabaseAddress address, string sql)
    {
        await using DbConnection connection = address.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(address.ConnectionString)
            : new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The sentences are this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return rows;
    }
}
