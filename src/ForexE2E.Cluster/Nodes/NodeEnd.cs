namespace ForexE2E.Cluster.Nodes;

/// <summary>Why a node is no more.</summary>
/// <param name="Asked">Whether it was asked to leave; if not, something ended it that an operator should know of.</param>
/// <param name="Reason">In words.</param>
public sealed record NodeEnd(bool Asked, string Reason);
