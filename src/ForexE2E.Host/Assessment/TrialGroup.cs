using System.Collections.Immutable;
using System.Text.Json;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Failures;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Host.Assessment;

/// <summary>Trials that compete with each other, and what is needed to understand them.</summary>
/// <param name="Regime">The regime they are for, as the tables spell it; global when one set serves all.</param>
internal sealed record TrialGroup(string Regime, ImmutableArray<Trial> Trials, ObjectiveSet Objectives, ParameterSpace Space)
{
    /// <summary>Name of the single score among the targets.</summary>
    public const string Score = "score";

    /// <summary>What trials can be ranked by: the score, then each objective.</summary>
    public ImmutableArray<string> Targets => [Score, .. Objectives.All.Select(o => JsonNamingPolicy.SnakeCaseLower.ConvertName(o.Metric.ToString()))];

    /// <summary>The groups of a run; each is searched and chosen from by itself.</summary>
    public static ImmutableArray<TrialGroup> Of(Run run)
    {
        ParameterSpace space = ParameterCatalog.Space(run.Record.Fixed);
        return [.. SearchTurns.Regimes(run.Definition.RegimeMode).Select(regime => new TrialGroup(
            regime.ToName(), [.. run.Trials.Values.Where(t => t.Regime == regime)], run.Definition.Objectives, space))];
    }

    /// <summary>Completed trials whose objectives are all defined, with a loss for each of the targets.</summary>
    public ImmutableArray<ObservedTrial> Observed() =>
    [
        .. Trials.Where(t => t is { State: TrialState.Completed, Result: { Score: not null, Objectives.IsDefaultOrEmpty: false } })
            .Select(t => ObservedTrial.Completed(
                t.Number.Value, t.Parameters, [-t.Result!.Score!.Value, .. Objectives.ToLosses(t.Result.Objectives)], t.Result.Violation)),
    ];

    /// <summary>Position of a target by its name.</summary>
    /// <exception cref="CommandException">There is none of that name.</exception>
    public int TargetOf(string name)
    {
        int index = Targets.IndexOf(name, StringComparer.OrdinalIgnoreCase);
        return index >= 0 ? index : throw new CommandException(ExitCode.WrongUsage, $"--of must be one of {string.Join(", ", Targets)} in this run, was '{name}'.");
    }
}
