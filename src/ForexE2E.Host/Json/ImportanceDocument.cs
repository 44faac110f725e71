namespace ForexE2E.Host.Json;

/// <summary>What 'run importance' prints: how much each parameter explains, of the score and of each objective.</summary>
/// <param name="Groups">One for each regime that was searched by itself; one named global otherwise.</param>
internal sealed record ImportanceDocument(string RunId, IReadOnlyList<ImportanceGroupDocument> Groups) : Document("run_importance");
