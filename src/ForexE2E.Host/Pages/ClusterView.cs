using ForexE2E.Cluster.Control;

namespace ForexE2E.Host.Pages;

/// <summary>The cluster as it was last heard of.</summary>
/// <param name="Status">Null while no coordinator has answered.</param>
/// <param name="At">UTC, when it was so.</param>
/// <param name="Silence">Why there is nothing newer; null while coordinators answer.</param>
internal sealed record ClusterView(ControlProtocol.ClusterStatus? Status, DateTime At, string? Silence);
