using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Runs;

/// <summary>One line of the list of runs.</summary>
/// <param name="Finished">Trials that have ended.</param>
/// <param name="BestSharpe">Of the best trial; null until there is one.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record RunSummary(
    RunId Id,
    Market Market,
    OptimizationMethod Method,
    RegimeMode RegimeMode,
    RunState State,
    int Trials,
    int Finished,
    double? BestSharpe,
    double? BestMaxDrawdownPct,
    DateTime CreatedAt,
    int? DurationSeconds,
    string? Notes);
