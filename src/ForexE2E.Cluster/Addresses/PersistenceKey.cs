namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the node's persistence actor.</summary>
public sealed class PersistenceKey
{
    private PersistenceKey()
    {
    }
}
