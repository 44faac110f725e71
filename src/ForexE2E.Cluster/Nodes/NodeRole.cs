namespace ForexE2E.Cluster.Nodes;

/// <summary>What a node of the cluster is for.</summary>
public enum NodeRole
{
    /// <summary>Holds runs, the trial queue and the only access to the database.</summary>
    Coordinator,

    /// <summary>Computes trials; needs the market data and no database.</summary>
    Worker,
}
