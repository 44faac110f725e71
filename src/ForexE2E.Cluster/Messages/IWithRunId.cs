using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Messages;

/// <summary>A message about one run; the run region delivers it to that run's coordinator.</summary>
public interface IWithRunId : IClusterMessage
{
    RunId RunId { get; }
}
