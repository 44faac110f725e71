namespace ForexE2E.Cluster.Clients;

/// <summary>No coordinator of the cluster answered; the message names the addresses that were tried.</summary>
public sealed class ClusterSilentException : Exception
{
    public ClusterSilentException(string message)
        : base(message)
    {
    }

    public ClusterSilentException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ClusterSilentException()
    {
    }
}
