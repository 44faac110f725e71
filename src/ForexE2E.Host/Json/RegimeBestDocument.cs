using System.Text.Json.Nodes;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;

namespace ForexE2E.Host.Json;

/// <summary>What a per-regime run chose for one regime.</summary>
/// <param name="Trial">Null when no trial of the regime was feasible.</param>
/// <param name="UsesDefaults">Whether the default set serves the regime because none of its trials was feasible.</param>
/// <param name="StopReason">Why its search ended before its planned trials; null when it did not.</param>
/// <param name="Trials">Trials of the regime that have ended.</param>
/// <param name="Metrics">Of the trial, which entered in this regime only; null without one.</param>
internal sealed record RegimeBestDocument(
    string Regime, int? Trial, bool UsesDefaults, string? StopReason, int Trials, double? Score, PerformanceMetrics? Metrics, JsonObject Parameters)
{
    /// <summary>The four regimes in their order; empty for a global run.</summary>
    public static IReadOnlyList<RegimeBestDocument> Of(Run run, RunOutcome? outcome) => outcome is null ? [] :
    [
        .. outcome.ByRegime.Select(r =>
        {
            Trial? best = r.Best is { } number ? run.Trials[number] : null;
            return new RegimeBestDocument(
                r.Regime.ToName(),
                r.Best?.Value,
                best is null,
                r.StopReason,
                run.Trials.Values.Count(t => t.Regime == r.Regime && t.IsFinished),
                best?.Result?.Score,
                best?.Result?.Metrics,
                ParameterValues.Of(best?.Parameters ?? RunDefaults.Of(run)));
        }),
    ];
}
