using System.Data.Common;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Tests.Database;
using ForexE2E.Testing.Contracts;
using LinqToDB.Data;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Runs;

/// <summary>
/// Asks the databases how they would answer what the product asks. Every table is small here, so PostgreSQL is told not to
/// prefer a scan: what it scans all the same has no index that could serve.
/// </summary>
public sealed class IndexUseTests(ITestOutputHelper output)
{
    public static TheoryData<DatabaseKind> Kinds => DatabasePromise.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Every_question_of_the_product_has_an_index(DatabaseKind kind) => DatabasePromise.Keep(kind, output, async address =>
    {
        await using (SqlRunStore store = await RunStores.Open(address, TimeProvider.System))
        {
            for (int i = 1; i <= 3; i++)
            {
                await store.CreateRun(SampleRuns.Run(i), CancellationToken.None);
                await store.FinishTrials(SampleRuns.Run(i).Id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], CancellationToken.None);
            }
        }

        await using DatabaseConnections database = new(address);
        foreach (string question in StoreQuestions.Of(run: 1, trial: 2))
        {
            string plan = await database.Read((db, token) => Plan(db, kind, question, token), CancellationToken.None);
            output.WriteLine($"{question}\n    {plan}");
            Assert.DoesNotContain(kind == DatabaseKind.Postgres ? "Seq Scan" : "TEMP B-TREE", plan, StringComparison.Ordinal);
            Assert.Contains(kind == DatabaseKind.Postgres ? "Index" : "INDEX", plan.Replace("INTEGER PRIMARY KEY", "INDEX", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    });

    private static async Task<string> Plan(DataConnection db, DatabaseKind kind, string question, CancellationToken cancellation)
    {
        await using DbCommand command = (await db.OpenDbConnectionAsync(cancellation)).CreateCommand();
#pragma warning disable CA2100 // Sentences of this class.
        command.CommandText = kind == DatabaseKind.Postgres ? $"SET enable_seqscan = off; SET enable_sort = off; EXPLAIN {question}" : $"EXPLAIN QUERY PLAN {question}";
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<string> lines = [];
        do
        {
            while (await reader.ReadAsync(cancellation))
            {
                lines.Add(reader.GetString(kind == DatabaseKind.Postgres ? 0 : 3));
            }
        }
        while (await reader.NextResultAsync(cancellation));
        return string.Join(" | ", lines);
    }
}
