using ForexE2E.Cluster.Messages;

namespace ForexE2E.Cluster.Trials;

/// <summary>What can be asked of the trial queue.</summary>
public static class QueueProtocol
{
    public sealed record GetQueue : IClusterMessage;

    /// <summary>How full the queue is.</summary>
    /// <param name="Waiting">Pieces of work that wait for a slot.</param>
    /// <param name="Runs">Runs they belong to.</param>
    /// <param name="FreeSlots">Workers that hold a slot and have nothing to do.</param>
    public sealed record QueueStatus(int Waiting, int Runs, int FreeSlots) : IClusterMessage;
}
