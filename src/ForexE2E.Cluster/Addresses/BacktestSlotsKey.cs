namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the node's backtest slots.</summary>
public sealed class BacktestSlotsKey
{
    private BacktestSlotsKey()
    {
    }
}
