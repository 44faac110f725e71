using System.Data.Common;
using System.Globalization;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Testing.Contracts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Benchmarks.Storage;

/// <summary>Fills a database with completed runs: one by the store, the others as its copies by the database itself, which takes a minute or two.</summary>
internal sealed class ManyRuns(DatabaseAddress address, int runs, int trials)
{
    private static readonly RunId First = SampleRuns.Run(1).Id;

    private static readonly string[] Parts = ["run_definitions", "trials", "optimization_parameters", "optimization_results", "regime_parameters"];

    /// <summary>The n-th run, from 1.</summary>
    public static RunId IdOf(int n) => RunId.Parse(n.ToString("x8", CultureInfo.InvariantCulture) + First.ToString()[8..]);

    public async Task Fill(SqlRunStore store)
    {
        Run run = SampleRuns.Run(1) with { Definition = SampleRuns.Definition with { RegimeMode = RegimeMode.Global } };
        await store.CreateRun(run, default);
        await store.FinishTrials(First, [.. Enumerable.Range(0, trials).Select(n => SampleRuns.Completed(n) with { Regime = Regime.Global })], default);
        var best = new TrialNumber((trials / 2) - 1);
        await store.FinishRun(First, new RunOutcome(RunState.Completed, "done", best, [best], [], TimeSpan.FromMinutes(1)), default);
        await using DbConnection connection = address.Kind == DatabaseKind.Sqlite ? new SqliteConnection(address.ToDriver()) : new NpgsqlConnection(address.ToDriver());
        await connection.OpenAsync();
        await Execute(connection, address.Kind == DatabaseKind.Sqlite ? "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000" : "SET synchronous_commit = off; SET maintenance_work_mem = '256MB'");
        string hex = address.Kind == DatabaseKind.Sqlite ? "printf('%08x', n.i)" : "lpad(to_hex(n.i), 8, '0')";
        string others = await Columns(connection, "optimization_runs", "id", "run_uuid");
        await Execute(connection, $"INSERT INTO optimization_runs (run_uuid, {others}) WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {runs}) "
            + $"SELECT {hex} || substr(r.run_uuid, 9), {others} FROM optimization_runs r, n WHERE r.run_uuid = '{First}' ORDER BY n.i");
        foreach (string table in Parts)
        {
            await Copy(connection, table);
        }

        await Execute(connection, "ANALYZE");
    }

    private static async Task Copy(DbConnection connection, string table)
    {
        string key = table == "regime_parameters" ? "optimization_run_id" : "run_id";
        string others = await Columns(connection, table, "id", key);
        await Execute(connection, $"INSERT INTO {table} ({key}, {others}) SELECT r.id, {string.Join(", ", others.Split(", ").Select(c => "t." + c))} FROM optimization_runs r CROSS JOIN {table} t "
            + $"WHERE r.run_uuid <> '{First}' AND t.{key} = (SELECT id FROM optimization_runs WHERE run_uuid = '{First}') ORDER BY r.id, t.trial_number".Replace(
                table == "run_definitions" ? ", t.trial_number" : "\0", "", StringComparison.Ordinal));
    }

    private static async Task<string> Columns(DbConnection connection, string table, params string[] but)
    {
        await using DbCommand command = Command(connection, $"SELECT * FROM {table} LIMIT 0");
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        return string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Except(but));
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using DbCommand command = Command(connection, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Sentences of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 3600;
        return command;
    }
}
