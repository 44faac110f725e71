using ForexE2E.Cluster.Control;

namespace ForexE2E.Host.Json;

/// <summary>What 'cluster status' prints.</summary>
/// <param name="Leader">Null while there is none.</param>
/// <param name="Queue">Null when the queue did not answer in time, as while it moves.</param>
internal sealed record ClusterDocument(string AnsweredBy, string? Leader, IReadOnlyList<ClusterNodeDocument> Nodes, ClusterQueueDocument? Queue) : Document("cluster_status")
{
    public static ClusterDocument Of(ControlProtocol.ClusterStatus status) => new(
        status.AnsweredBy,
        status.Leader,
        [.. status.Nodes.Select(n => new ClusterNodeDocument(n.Address, n.Roles, n.State, n.Reachable))],
        status.Queue is { } queue ? new ClusterQueueDocument(queue.Waiting, queue.Runs, queue.FreeSlots) : null);
}
