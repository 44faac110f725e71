using System.Collections.Concurrent;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>The runs this store has taken, each with the epoch it took it by. A run taken by another since is not written any more.</summary>
internal sealed class RunHolds
{
    private readonly ConcurrentDictionary<RunId, int> _epochs = new();

    /// <summary>Takes the run from whoever has it; 0 when there is no such run. Within a transaction that holds its row.</summary>
    public async Task<int> Take(DataConnection db, RunId runId, RunRow run, CancellationToken cancellation)
    {
        await db.GetTable<RunDefinitionRow>().Where(d => d.RunId == run.Id).Set(d => d.Epoch, d => d.Epoch + 1).UpdateAsync(cancellation);
        int epoch = await EpochOf(db, run.Id, cancellation);
        _epochs[runId] = epoch;
        return epoch;
    }

    /// <param name="now">The run's epoch, read by a transaction that holds its row.</param>
    /// <exception cref="RunTakenException">Another has taken the run since this store did.</exception>
    public void Check(RunId runId, int now)
    {
        if (_epochs.TryGetValue(runId, out int epoch) && now != epoch)
        {
            throw new RunTakenException(FormattableString.Invariant($"Run {runId} was taken by another coordinator (epoch {now}, here {epoch}): nothing is written from here any more."));
        }
    }

    /// <summary>How often the run was taken.</summary>
    public static async Task<int> EpochOf(DataConnection db, int run, CancellationToken cancellation) =>
        (await RowStatements.Query(db, "SELECT epoch FROM run_definitions WHERE run_id = $1", [run], r => r.GetInt32(0), cancellation)).FirstOrDefault();
}
