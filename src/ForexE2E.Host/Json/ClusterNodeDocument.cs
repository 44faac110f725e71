namespace ForexE2E.Host.Json;

/// <summary>A node of the cluster.</summary>
/// <param name="State">joining, up, leaving, exiting, down or removed.</param>
internal sealed record ClusterNodeDocument(string Address, IReadOnlyList<string> Roles, string State, bool Reachable);
