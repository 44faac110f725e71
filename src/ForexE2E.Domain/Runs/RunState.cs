namespace ForexE2E.Domain.Runs;

/// <summary>Where a run is in its life. The status column says running, stopped, completed, failed.</summary>
public enum RunState
{
    Running,

    /// <summary>Stopped on request before its end; can be resumed.</summary>
    Stopped,
    Completed,
    Failed,
}
