using System.Data.Common;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Data;
using Npgsql;

namespace ForexE2E.Storage.Runs;

/// <summary>Writes the beginning of runs and takes hold of them.</summary>
internal static class RunWrites
{
    // The first locks; the others, asked after it, see what was committed before the lock was had.
    private const string HoldRun = "UPDATE optimization_runs SET updated_at = $1 WHERE run_uuid = $2 RETURNING id";

    private const string FindEpoch = "SELECT epoch FROM run_definitions WHERE run_id = (SELECT id FROM optimization_runs WHERE run_uuid = $1)";

    // Each trial is looked up by its key: a database that has not counted a new run yet would rather read all its trials.
    private const string FindStates = "SELECT n.value, (SELECT t.state FROM trials t WHERE t.run_id = r.id AND t.trial_number = n.value) FROM optimization_runs r, ";

    private const string OfRun = " WHERE r.run_uuid = $1";

    /// <summary>Inserts the run with its trials; a run that is stored is left as it is.</summary>
    public static async Task Create(DataConnection db, Run run, SeenBases bases, DateTime now, CancellationToken cancellation)
    {
        await LockIdentity(db, run.Id, cancellation);
        if (await RunReads.FindRow(db, run.Id, cancellation) is not null)
        {
            return;
        }

        int runId = await db.InsertWithInt32IdentityAsync(RunRows.RunOf(run, now), token: cancellation);
        await db.InsertAsync(RunRows.DefinitionOf(runId, run), token: cancellation);
        string request = FormattableString.Invariant($"{run.Definition.Trials} trials of {run.Definition.Market}, {run.Definition.From:yyyy-MM-dd} to {run.Definition.To:yyyy-MM-dd}");
        await AuditWrites.Add(db, AuditAction.RunCreated, run.Id.ToString(), request, now, cancellation);
        if (!run.Trials.IsEmpty)
        {
            HeldRun held = new(runId, 0, new Dictionary<TrialNumber, string>());
            await new TrialWrites(db, run.Id, held, bases, now).Save(new TrialChanges { Added = [.. run.Trials.Values] }, cancellation);
        }
    }

    /// <summary>
    /// Locks the run's row until the transaction ends, by writing when it was last heard of: one run has one writer at a
    /// time, so that a check and what follows from it cannot be parted.
    /// </summary>
    /// <returns>The row, and the key other tables know it by.</returns>
    /// <exception cref="RunStoreException">There is no such run.</exception>
    public static async Task<RunRow> Take(DataConnection db, RunId runId, DateTime now, CancellationToken cancellation) =>
        await TryTake(db, runId, now, cancellation)
        ?? throw Absent(runId);

    /// <summary>As <see cref="Take"/>; null when there is no such run.</summary>
    public static async Task<RunRow?> TryTake(DataConnection db, RunId runId, DateTime now, CancellationToken cancellation)
    {
        string uuid = runId.ToString();
        int found = await db.GetTable<RunRow>().Where(r => r.RunUuid == uuid).Set(r => r.UpdatedAt, now).UpdateAsync(cancellation);
        return found == 1 ? await RunReads.FindRow(db, runId, cancellation) : null;
    }

    /// <summary>As <see cref="Take"/>, for what is done with every trial; with the states of the trials it is about.</summary>
    /// <exception cref="RunStoreException">There is no such run.</exception>
    public static async Task<HeldRun> Hold(DataConnection db, RunId runId, IEnumerable<TrialNumber> trials, DateTime now, CancellationToken cancellation)
    {
        bool isPostgres = await db.OpenDbConnectionAsync(cancellation) is NpgsqlConnection;
        string uuid = runId.ToString();
        int[] asked = [.. trials.Select(n => n.Value).Distinct()];
        int? id = null;
        int epoch = 0;
        Dictionary<TrialNumber, string> states = [];
        await RowStatements.Ask(
            db,
            [
                new RowQuestion(HoldRun, [now, uuid], r => id = r.GetInt32(0)),
                new RowQuestion(FindEpoch, [uuid], r => epoch = r.GetInt32(0)),
                // SQLite knows no arrays.
                new RowQuestion(
                    FindStates + (isPostgres ? "unnest($2::int[]) AS n(value)" : "json_each($2) AS n") + OfRun,
                    [uuid, isPostgres ? asked : $"[{string.Join(',', asked)}]"],
                    r => Note(states, r)),
            ],
            cancellation);
        return id is { } found ? new HeldRun(found, epoch, states) : throw Absent(runId);
    }

    private static void Note(Dictionary<TrialNumber, string> states, DbDataReader row)
    {
        if (!row.IsDBNull(1))
        {
            states[new TrialNumber(row.GetInt32(0))] = row.GetString(1);
        }
    }

    private static RunStoreException Absent(RunId runId) => new($"There is no run {runId} in this database; 'forexe2e run list' shows them.");

    // Two nodes may store the same run at once, when there is no row to lock yet. SQLite has one writer anyway.
    private static async Task LockIdentity(DataConnection db, RunId runId, CancellationToken cancellation)
    {
        if (await db.OpenDbConnectionAsync(cancellation) is NpgsqlConnection)
        {
            long key = BitConverter.ToInt64(runId.Value.ToByteArray());
            await db.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", cancellation, new DataParameter("key", key, DataType.Int64));
        }
    }
}
