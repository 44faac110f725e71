namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the node's loaded backtests.</summary>
public sealed class LoadedBacktestsKey
{
    private LoadedBacktestsKey()
    {
    }
}
