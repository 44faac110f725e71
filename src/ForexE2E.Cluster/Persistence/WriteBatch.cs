using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Persistence;

/// <summary>
/// Puts writes that wait together into the fewest calls of the store. The order of kinds (run, trials, attempts, windows, ends)
/// is one that the coordinators could have caused too: they wait for an answer wherever the order matters.
/// </summary>
internal static class WriteBatch
{
    /// <summary>The calls, in order; each with the writes it settles.</summary>
    public static IEnumerable<StoreCall> CallsOf(IEnumerable<PersistenceProtocol.IWrite> writes) => writes
        .Select((write, position) => (write, position))
        .GroupBy(w => (Rank: RankOf(w.write), w.write.RunId, Alone: IsAlone(w.write) ? w.position : -1))
        .OrderBy(g => g.Key.Rank)
        .ThenBy(g => g.First().position)
        .Select(g => ToCall([.. g.Select(w => w.write)]));

    private static int RankOf(PersistenceProtocol.IWrite write) => write switch
    {
        PersistenceProtocol.CreateRun or PersistenceProtocol.ReopenRun => 0,
        PersistenceProtocol.AddTrials => 1,
        PersistenceProtocol.SaveAttempt => 2,
        PersistenceProtocol.SaveWindow => 3,
        PersistenceProtocol.FinishTrial => 4,
        _ => 5,
    };

    private static bool IsAlone(PersistenceProtocol.IWrite write) =>
        write is not (PersistenceProtocol.AddTrials or PersistenceProtocol.FinishTrial);

    private static StoreCall ToCall(IReadOnlyList<PersistenceProtocol.IWrite> writes)
    {
        RunId id = writes[0].RunId;
        return writes[0] switch
        {
            PersistenceProtocol.CreateRun w => new(writes, (s, c) => s.CreateRun(w.Run, c)),
            PersistenceProtocol.ReopenRun => new(writes, (s, c) => s.ReopenRun(id, c)),
            PersistenceProtocol.SaveAttempt w => new(writes, (s, c) => s.SaveAttempt(id, w.Number, w.Attempt, c)),
            PersistenceProtocol.SaveWindow w => new(writes, (s, c) => s.SaveWindow(id, w.Number, w.Window, c)),
            PersistenceProtocol.FinishRun w => new(writes, (s, c) => s.FinishRun(id, w.Outcome, c)),
            PersistenceProtocol.AddTrials => new(writes, (s, c) => s.AddTrials(id, Added(writes), c)),
            PersistenceProtocol.FinishTrial => new(writes, (s, c) => s.FinishTrials(id, Finished(writes), c)),
            _ => throw new InvalidOperationException($"No call stores {writes[0].GetType().Name}."),
        };
    }

    private static List<Trial> Added(IEnumerable<PersistenceProtocol.IWrite> writes) =>
        [.. writes.Cast<PersistenceProtocol.AddTrials>().SelectMany(w => w.Trials)];

    private static List<Trial> Finished(IEnumerable<PersistenceProtocol.IWrite> writes) =>
        [.. writes.Cast<PersistenceProtocol.FinishTrial>().Select(w => w.Trial)];
}
