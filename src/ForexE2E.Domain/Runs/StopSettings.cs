namespace ForexE2E.Domain.Runs;

/// <summary>When a run ends before its planned trials (specification 7.4). Null switches a rule off.</summary>
public sealed record StopSettings
{
    /// <summary>Finished trials in a row without an improvement of the best score by more than 1 %; null: never.</summary>
    public int? NoImprovementTrials { get; init; }

    /// <summary>Finished trials in a row whose scores deviate by less than 0.01; null: never.</summary>
    public int? PlateauTrials { get; init; }

    /// <summary>Finished trials in a row that leave the Pareto front unchanged; null: never.</summary>
    public int? ParetoStableTrials { get; init; }

    /// <summary>Finished trials in a row over which the hypervolume of the front grew by less than 0.1 %; null: never.</summary>
    public int? HypervolumePlateauTrials { get; init; }

    /// <summary>CPU time all trials together may take; null: no limit.</summary>
    public TimeSpan? CpuLimit { get; init; }

    /// <summary>Longest time a run may take; null: no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The patience of the specification: 20, 20 and 15 trials.</summary>
    public static StopSettings Specification { get; } = new() { NoImprovementTrials = 20, PlateauTrials = 20, ParetoStableTrials = 15 };
}
