namespace ForexE2E.Cluster.Telemetry;

/// <summary>How full the cluster's trial queue is.</summary>
/// <param name="Waiting">Pieces of work that wait for a slot.</param>
/// <param name="Runs">Runs they belong to.</param>
/// <param name="FreeSlots">Workers that hold a slot and have nothing to do.</param>
internal readonly record struct QueueLoad(int Waiting, int Runs, int FreeSlots);
