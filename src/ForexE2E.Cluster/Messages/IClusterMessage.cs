namespace ForexE2E.Cluster.Messages;

/// <summary>A message that may travel between nodes: it has a row in the manifest table, and a test pins its bytes.</summary>
public interface IClusterMessage;
