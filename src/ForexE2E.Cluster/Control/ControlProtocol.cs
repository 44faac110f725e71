using System.Collections.Immutable;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Control;

/// <summary>What can be asked of a cluster as a whole.</summary>
public static class ControlProtocol
{
    public sealed record GetCluster : IClusterMessage;

    /// <summary>The cluster as the answering coordinator sees it.</summary>
    /// <param name="Leader">Address of the node that moves members in and out; null while there is none.</param>
    /// <param name="AnsweredBy">Address of the coordinator that answers.</param>
    /// <param name="Queue">Null when the queue did not answer in time, as while it moves.</param>
    public sealed record ClusterStatus(ImmutableArray<NodeStatus> Nodes, string? Leader, string AnsweredBy, QueueProtocol.QueueStatus? Queue) : IClusterMessage;

    /// <summary>A node as the others see it.</summary>
    /// <param name="State">joining, up, leaving, exiting, down or removed.</param>
    public sealed record NodeStatus(string Address, ImmutableArray<string> Roles, string State, bool Reachable);
}
