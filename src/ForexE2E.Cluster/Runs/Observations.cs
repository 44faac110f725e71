using System.Collections.Immutable;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Cluster.Runs;

/// <summary>How a run's ended trials are shown to its sampler.</summary>
public static class Observations
{
    public static SamplerSettings SettingsOf(RunDefinition definition) =>
        new(definition.Method, SeesAll(definition) ? definition.Objectives.All.Length : 1, definition.Trials, definition.Sampler);

    // NSGA-II and auto rank by all objectives; the others improve the single score that finally chooses.
    private static bool SeesAll(RunDefinition definition) => definition.Sampler is { } kind
        ? kind is SamplerKind.Auto or SamplerKind.Nsga2
        : definition.Method == OptimizationMethod.Genetic;

    /// <summary>A trial that has ended, as the run's sampler sees it.</summary>
    public static ObservedTrial Of(Trial trial, RunDefinition definition)
    {
        if (trial.Result is not { } result || trial.State == TrialState.Failed)
        {
            return ObservedTrial.Failed(trial.Number.Value, trial.Parameters);
        }

        ImmutableArray<double> losses = LossesOf(result, definition);
        return trial.State == TrialState.Pruned
            ? ObservedTrial.Pruned(trial.Number.Value, trial.Parameters, losses, result.Violation)
            : ObservedTrial.Completed(trial.Number.Value, trial.Parameters, losses, result.Violation);
    }

    /// <summary>
    /// Numbers of the ended trials in the order in which the sampler was, or is to be, told of them: as recorded by the
    /// trial that had seen most, then by time of ending and number. What no suggestion has seen yet may come in any order.
    /// </summary>
    public static ImmutableArray<int> OrderOf(Run run)
    {
        ImmutableArray<int> seen = run.Trials.Values.Select(t => t.Seen).DefaultIfEmpty([]).MaxBy(s => s.Length);
        HashSet<int> told = [.. seen];
        IEnumerable<int> rest = run.Trials.Values
            .Where(t => t.IsFinished && !told.Contains(t.Number.Value))
            .OrderBy(t => t.FinishedAt)
            .ThenBy(t => t.Number)
            .Select(t => t.Number.Value);
        return [.. seen, .. rest];
    }

    private static ImmutableArray<double> LossesOf(TrialResult result, RunDefinition definition)
    {
        if (result.Objectives.IsDefaultOrEmpty || result.Score is not { } score)
        {
            return [];
        }

        return SeesAll(definition) ? definition.Objectives.ToLosses(result.Objectives) : [-score];
    }
}
