namespace ForexE2E.Host.Json;

/// <summary>The trial queue.</summary>
/// <param name="Waiting">Pieces of work that wait for a slot.</param>
/// <param name="Runs">Runs they belong to.</param>
/// <param name="FreeSlots">Slots with nothing to do.</param>
internal sealed record ClusterQueueDocument(int Waiting, int Runs, int FreeSlots);
