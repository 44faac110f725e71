namespace ForexE2E.Domain.Trials;

/// <summary>Where a trial is in its life; Completed, Pruned and Failed are ends.</summary>
public enum TrialState
{
    Waiting,
    Running,
    Completed,
    Pruned,
    Failed,
}
