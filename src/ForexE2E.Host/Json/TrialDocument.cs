using System.Text.Json.Nodes;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Json;

/// <summary>A trial in a document.</summary>
/// <param name="Regime">The only regime it enters in, in a per-regime run; otherwise global.</param>
/// <param name="Regimes">The same trades by the regime at entry; empty where entries are restricted to one.</param>
/// <param name="State">waiting, running, completed, pruned or failed.</param>
/// <param name="Feasible">Whether the run's limits are kept; null while there is no result, and for a pruned trial.</param>
/// <param name="Windows">Windows the metrics were taken over; null until it has ended.</param>
/// <param name="CpuSeconds">Of all its windows, on the workers' threads; null where it was not measured.</param>
/// <param name="Score">Greater is better; null when an objective is undefined.</param>
/// <param name="Parameters">Null where the document leaves them out.</param>
internal sealed record TrialDocument(
    int Number,
    string Regime,
    string State,
    string? Reason,
    bool? Feasible,
    double? Score,
    double? Violation,
    IReadOnlyList<double>? Objectives,
    PerformanceMetrics? Metrics,
    IReadOnlyList<RegimeDocument> Regimes,
    int? Windows,
    double? CpuSeconds,
    JsonObject? Parameters)
{
    public static TrialDocument Of(Trial trial, bool withParameters = true) => new(
        trial.Number.Value,
        trial.Regime.ToName(),
        Words.Of(trial.State),
        trial.Reason,
        trial.State == TrialState.Pruned ? null : trial.Result?.IsFeasible,
        trial.Result?.Score,
        trial.Result?.Violation,
        trial.Result?.Objectives is { IsDefaultOrEmpty: false } objectives ? objectives : null,
        trial.Result?.Metrics,
        RegimeDocument.Of(trial.Result?.ByRegime ?? []),
        trial.Windows,
        trial.CpuTime?.TotalSeconds,
        withParameters ? ParameterValues.Of(trial.Parameters) : null);
}
