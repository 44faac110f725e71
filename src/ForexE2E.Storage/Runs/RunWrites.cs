using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>Writes the beginning of runs and takes hold of them.</summary>
internal static class RunWrites
{
    // SQLite and PostgreSQL both know "insert unless it is there".
    private static readonly BulkCopyOptions Unless = new(BulkCopyType: BulkCopyType.MultipleRows, UseParameters: true, ConflictAction: ConflictAction.Ignore);

    /// <summary>Inserts the run with its trials; a run that is stored is left as it is.</summary>
    public static async Task Create(DataConnection db, Run run, DateTime now, CancellationToken cancellation)
    {
        await db.BulkCopyAsync(Unless, [RunRows.RunOf(run, now)], cancellation);
        RunRow row = await Take(db, run.Id, now, cancellation);
        if (await db.GetTable<RunDefinitionRow>().AnyAsync(d => d.RunId == row.Id, cancellation))
        {
            return;
        }

        await db.InsertAsync(RunRows.DefinitionOf(row.Id, run), token: cancellation);
        if (!run.Trials.IsEmpty)
        {
            await TrialWrites.Add(db, row.Id, [.. run.Trials.Values], now, cancellation);
        }
    }

    /// <summary>
    /// Locks the run's row until the transaction ends, by writing when it was last heard of: one run has one writer at a
    /// time, so that a check and what follows from it cannot be parted.
    /// </summary>
    /// <returns>The row, and the key other tables know it by.</returns>
    /// <exception cref="RunStoreException">There is no such run.</exception>
    public static async Task<RunRow> Take(DataConnection db, RunId runId, DateTime now, CancellationToken cancellation)
    {
        string uuid = runId.ToString();
        int found = await db.GetTable<RunRow>().Where(r => r.RunUuid == uuid).Set(r => r.UpdatedAt, now).UpdateAsync(cancellation);
        return found == 1
            ? (await RunReads.FindRow(db, runId, cancellation))!
            : throw new RunStoreException($"There is no run {runId} in this database; 'forexe2e run list' shows them.");
    }
}
