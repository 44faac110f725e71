using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Decides whether a run has seen enough. Pure: the run and the time it took are all it looks at.</summary>
public interface IStopRule
{
    /// <summary>The reason to stop, in words for the run's record; null to go on.</summary>
    string? ReasonToStop(Run run, TimeSpan elapsed);
}
