namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the region that delivers to run coordinators.</summary>
public sealed class RunRegionKey
{
    private RunRegionKey()
    {
    }
}
