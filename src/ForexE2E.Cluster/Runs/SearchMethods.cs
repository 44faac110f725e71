using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Pruners;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;
using ForexE2E.Optimization.Stopping;

namespace ForexE2E.Cluster.Runs;

/// <summary>Who suggests, who stops, who chooses: what a run takes from the room of Optimization.</summary>
/// <param name="Sampler">Makes the sampler of a run.</param>
/// <param name="StopRule">Makes the stop rule of a run.</param>
/// <param name="Front">The non-dominated feasible trials, by number.</param>
/// <param name="Best">The chosen trial; null when none is feasible.</param>
public sealed record SearchMethods(
    Func<ParameterSpace, SamplerSettings, ISampler> Sampler,
    Func<StopSettings, IStopRule> StopRule,
    Func<IEnumerable<Trial>, ObjectiveSet, ImmutableArray<Trial>> Front,
    Func<IEnumerable<Trial>, Trial?> Best)
{
    /// <summary>Makes the pruner of a run from its definition and the number of windows of a whole trial.</summary>
    public Func<RunDefinition, int, IPruner> Pruner { get; init; } = PrunerFactory.Create;

    /// <summary>The samplers, rules and selection of the room of Optimization.</summary>
    public static SearchMethods Default { get; } =
        new(SamplerFactory.Create, StopRules.Create, ParetoFront.Of, BestTrials.ByScore);

    internal SearchProtocol.Chosen Choose(Run run)
    {
        if (run.Definition.RegimeMode == RegimeMode.Global)
        {
            return new(Best(run.Trials.Values), FrontOf(run.Trials.Values, run), []);
        }

        ILookup<Regime, Trial> trials = run.Trials.Values.ToLookup(t => t.Regime);
        return new(
            null,
            [.. RegimeNames.States.SelectMany(r => FrontOf(trials[r], run)).Order()],
            [.. RegimeNames.States.Select(r => new RegimeOutcome(r, Best(trials[r])?.Number, run.StoppedRegimes.GetValueOrDefault(r)))]);
    }

    private ImmutableArray<TrialNumber> FrontOf(IEnumerable<Trial> trials, Run run) => [.. Front(trials, run.Definition.Objectives).Select(t => t.Number)];
}
