namespace ForexE2E.Host.Json;

/// <summary>The history of trials that compete with each other.</summary>
/// <param name="States">Trials by state: completed, pruned, failed, running, waiting.</param>
internal sealed record HistoryGroupDocument(string Regime, IReadOnlyDictionary<string, int> States, IReadOnlyList<HistoryPointDocument> Points);
