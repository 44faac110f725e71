namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the node's run watch.</summary>
public sealed class RunWatchKey
{
    private RunWatchKey()
    {
    }
}
