namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the region that delivers to numbered workers.</summary>
public sealed class WorkerRegionKey
{
    private WorkerRegionKey()
    {
    }
}
