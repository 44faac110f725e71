namespace ForexE2E.Host.Json;

/// <summary>What 'run history' prints: how the run came to its best, trial by trial in the order they ended.</summary>
/// <param name="Groups">One for each regime that was searched by itself; one named global otherwise.</param>
internal sealed record HistoryDocument(string RunId, IReadOnlyList<HistoryGroupDocument> Groups) : Document("run_history");
