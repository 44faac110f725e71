namespace ForexE2E.Cluster.Messages;

/// <summary>A message for one numbered worker; the worker region delivers it.</summary>
public interface IWithWorker : IClusterMessage
{
    /// <summary>Number of the worker, from 0.</summary>
    int Worker { get; }
}
