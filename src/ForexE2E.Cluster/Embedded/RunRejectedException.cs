namespace ForexE2E.Cluster.Embedded;

/// <summary>A run was refused; the message says why and names the remedy.</summary>
public sealed class RunRejectedException : Exception
{
    public RunRejectedException(string message)
        : base(message)
    {
    }

    public RunRejectedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public RunRejectedException()
    {
    }
}
