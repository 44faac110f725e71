using System.Data.Common;
using ForexE2E.Storage.Database;
using ForexE2E.Testing.Contracts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Benchmarks.Storage;

/// <summary>Asks a filled database how it answers what the product asks: where it reads a whole table, an index is missing.</summary>
internal static class QueryPlans
{
    /// <summary>Prints each question with its plan.</summary>
    /// <param name="address">A database that was filled and has counted its rows.</param>
    /// <param name="run">Key of a run in it.</param>
    /// <param name="trial">One of its trials.</param>
    public static async Task Print(DatabaseAddress address, int run, int trial)
    {
        await using DbConnection connection = address.Kind == DatabaseKind.Sqlite ? new SqliteConnection(address.ToDriver()) : new NpgsqlConnection(address.ToDriver());
        await connection.OpenAsync();
        foreach (string question in StoreQuestions.Of(run, trial))
        {
            Console.WriteLine($"{question}\n    {string.Join(" | ", await PlanOf(connection, address.Kind, question))}");
        }
    }

    private static async Task<List<string>> PlanOf(DbConnection connection, DatabaseKind kind, string question)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A sentence of this program.
        command.CommandText = $"{(kind == DatabaseKind.Postgres ? "EXPLAIN (COSTS OFF, ANALYZE, TIMING OFF)" : "EXPLAIN QUERY PLAN")} {question}";
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(kind == DatabaseKind.Postgres ? 0 : 3).Trim());
        }

        return lines;
    }
}
