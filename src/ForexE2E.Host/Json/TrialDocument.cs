using System.Text.Json.Nodes;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Json;

/// <summary>A trial in a document.</summary>
/// <param name="State">waiting, running, completed, pruned or failed.</param>
/// <param name="Feasible">Whether the run's limits are kept; null while there is no result, and for a pruned trial.</param>
/// <param name="Windows">Windows the metrics were taken over; null until it has ended.</param>
/// <param name="CpuSeconds">Of all its windows, on the workers' threads; null where it was not measured.</param>
/// <param name="Score">Greater is better; null when an objective is undefined.</param>
/// <param name="Parameters">Null where the document leaves them out.</param>
internal sealed record TrialDocument(
    int Number,
    string State,
    string? Reason,
    bool? Feasible,
    double? Score,
    double? Violation,
    IReadOnlyList<double>? Objectives,
    PerformanceMetrics? Metrics,
    int? Windows,
    double? CpuSeconds,
    JsonObject? Parameters)
{
    public static TrialDocument Of(Trial trial, bool withParameters = true) => new(
        trial.Number.Value,
        Words.Of(trial.State),
        trial.Reason,
        trial.State == TrialState.Pruned ? null : trial.Result?.IsFeasible,
        trial.Result?.Score,
        trial.Result?.Violation,
        trial.Result?.Objectives is { IsDefaultOrEmpty: false } objectives ? objectives : null,
        trial.Result?.Metrics,
        trial.Windows,
        trial.CpuTime?.TotalSeconds,
        withParameters ? ParameterValues.Of(trial.Parameters) : null);
}
