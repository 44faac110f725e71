using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Cluster.Runs;

/// <summary>How a run's ended trials are shown to its sampler.</summary>
public static class Observations
{
    /// <param name="regime">The regime searched; Global in a global run.</param>
    public static SamplerSettings SettingsOf(RunDefinition definition, Regime regime = Regime.Global) =>
        new(definition.Method, SeesAll(definition) ? definition.Objectives.All.Length : 1, SearchTurns.Planned(definition, regime), definition.Sampler);

    // NSGA-II and auto rank by all objectives; the others improve the single score that finally chooses.
    private static bool SeesAll(RunDefinition definition) => definition.Sampler is { } kind
        ? kind is SamplerKind.Auto or SamplerKind.Nsga2
        : definition.Method == OptimizationMethod.Genetic;

    /// <summary>A trial that has ended, as its regime's sampler sees it.</summary>
    public static ObservedTrial Of(Trial trial, RunDefinition definition)
    {
        int turn = SearchTurns.TurnOf(definition.RegimeMode, trial.Number.Value);
        if (trial.Result is not { } result || trial.State == TrialState.Failed)
        {
            return ObservedTrial.Failed(turn, trial.Parameters);
        }

        ImmutableArray<double> losses = LossesOf(result, definition);
        return trial.State == TrialState.Pruned
            ? ObservedTrial.Pruned(turn, trial.Parameters, losses, result.Violation)
            : ObservedTrial.Completed(turn, trial.Parameters, losses, result.Violation);
    }

    /// <summary>
    /// Numbers of the ended trials in the order in which the sampler was, or is to be, told of them: as recorded by the
    /// trial that had seen most, then by time of ending and number. What no suggestion has seen yet may come in any order.
    /// Regimes stand one after another, for none hears of another.
    /// </summary>
    public static TrialOrder OrderOf(Run run) => [.. run.Trials.Values.GroupBy(t => t.Regime).OrderBy(g => g.Key).SelectMany(OrderWithin)];

    private static IEnumerable<int> OrderWithin(IEnumerable<Trial> trials)
    {
        TrialOrder seen = trials.Select(t => t.Seen).DefaultIfEmpty(TrialOrder.Empty).MaxBy(s => s.Length)!;
        HashSet<int> told = [.. seen];
        IEnumerable<int> rest = trials
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
