using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Persistence;

/// <summary>
/// Puts writes that wait together into the fewest calls of the store: all about the trials of one run is one transaction, so
/// that its price is paid once. The order of kinds (run, trials, attempts, windows, ends) is one that the coordinators could
/// have caused too: they wait for an answer wherever the order matters.
/// </summary>
internal static class WriteBatch
{
    /// <summary>The calls, in order; each with the writes it settles.</summary>
    public static IEnumerable<StoreCall> CallsOf(IEnumerable<PersistenceProtocol.IWrite> writes) => writes
        .Select((write, position) => (write, position))
        .GroupBy(w => (Rank: RankOf(w.write), w.write.RunId, Alone: RankOf(w.write) == 1 ? -1 : w.position))
        .OrderBy(g => g.Key.Rank)
        .ThenBy(g => g.First().position)
        .Select(g => ToCall([.. g.Select(w => w.write)]));

    private static int RankOf(PersistenceProtocol.IWrite write) => write switch
    {
        PersistenceProtocol.CreateRun or PersistenceProtocol.ReopenRun => 0,
        PersistenceProtocol.FinishRun => 2,
        _ => 1,
    };

    private static StoreCall ToCall(IReadOnlyList<PersistenceProtocol.IWrite> writes)
    {
        RunId id = writes[0].RunId;
        return writes[0] switch
        {
            PersistenceProtocol.CreateRun w => new("create_run", writes, (s, c) => s.CreateRun(w.Run, c)),
            PersistenceProtocol.ReopenRun => new("reopen_run", writes, (s, c) => s.ReopenRun(id, c)),
            PersistenceProtocol.FinishRun w => new("finish_run", writes, (s, c) => s.FinishRun(id, w.Outcome, c)),
            _ => new("save_trials", writes, (s, c) => s.SaveTrials(id, ChangesOf(writes), c)),
        };
    }

    private static TrialChanges ChangesOf(IReadOnlyList<PersistenceProtocol.IWrite> writes) => new()
    {
        Added = [.. writes.OfType<PersistenceProtocol.AddTrials>().SelectMany(w => w.Trials)],
        Attempts = [.. writes.OfType<PersistenceProtocol.SaveAttempt>().Select(w => new TrialAttempt(w.Number, w.Attempt))],
        Windows = [.. writes.OfType<PersistenceProtocol.SaveWindow>().Select(w => new TrialWindow(w.Number, w.Window))],
        Finished = [.. writes.OfType<PersistenceProtocol.FinishTrial>().Select(w => w.Trial)],
    };
}
