using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// The measurements after the search: what was chosen (one set, or the sets of all regimes switched by the regime in force)
/// and the defaults, in sample and on the windows held back. One trial whose result is known is measured once more.
/// </summary>
internal sealed class Validation(Run run, SearchProtocol.Chosen chosen)
{
    private readonly SortedDictionary<WorkId, TrialResult> _results = [];

    /// <summary>The chosen trial; null when none was feasible, and in a per-regime run.</summary>
    public Trial? Best { get; } = chosen.Best;

    // The chosen trial, or that of the first regime which has one.
    private readonly Trial? _repeated = chosen.Best
        ?? chosen.ByRegime.Select(r => r.Best is { } best ? run.Trials[best] : null).FirstOrDefault(t => t is not null);

    /// <summary>What is to be measured; nothing out of sample when no window is held back.</summary>
    public IEnumerable<(WorkId Work, ParameterPlan Plan)> Works(IBacktest backtest, ParameterSpace space)
    {
        bool isHeldBack = !backtest.OutOfSample.IsEmpty;
        if (_repeated is not null)
        {
            yield return (Repetition(_repeated), _repeated.ToPlan());
            ParameterPlan plan = PlanOf(_repeated, space);
            if (Best is null)
            {
                yield return (WorkId.Validation(WorkKind.BestInSample), plan);
            }

            if (isHeldBack)
            {
                yield return (WorkId.Validation(WorkKind.BestOutOfSample), plan);
            }
        }

        yield return (WorkId.Validation(WorkKind.DefaultsInSample), space.Defaults);
        if (isHeldBack)
        {
            yield return (WorkId.Validation(WorkKind.DefaultsOutOfSample), space.Defaults);
        }
    }

    public void Add(WorkId work, TrialResult result) => _results[work] = result;

    /// <summary>How the run ends when everything is measured.</summary>
    public (RunState State, string Reason) Conclude(Run run)
    {
        string reason = run.StopReason ?? string.Join("; ", run.StoppedRegimes.Select(s => $"{s.Key.ToName()}: {s.Value}").Prepend($"{run.Trials.Count} trials finished"));
        return Contradicts
            ? (RunState.Failed, $"{reason}, but trial {_repeated!.Number}, measured once more, gave other figures than before: the backtest does not repeat itself")
            : (RunState.Completed, reason);
    }

    /// <summary>The end of the run in these words, with what is measured so far.</summary>
    public RunOutcome Outcome(RunState state, string reason, TimeSpan duration) => new(
        state,
        reason,
        Best?.Number,
        chosen.Front,
        [.. _results.Where(r => r.Key.Number == 0).Select(r => new ValidationResult(SubjectOf(r.Key.Kind), SampleOf(r.Key.Kind), r.Value))],
        duration)
    {
        ByRegime = chosen.ByRegime,
    };

    // Other figures than its trial gave: then nothing here can be trusted. Those by regime, made of the same trades, are not remembered.
    private bool Contradicts => _repeated is not null && _results.TryGetValue(Repetition(_repeated), out TrialResult? again)
        && again with { ByRegime = [] } != _repeated.WithoutRegimeResults().Result;

    // In a global run number 0: the repetition is the validation itself.
    private static WorkId Repetition(Trial trial) => new(WorkKind.BestInSample, (int)trial.Regime);

    private ParameterPlan PlanOf(Trial best, ParameterSpace space) => Best is not null
        ? best.Parameters
        : ParameterPlan.Switching([.. chosen.ByRegime.Select(r => new RegimeSet(r.Regime, r.Best is { } number ? run.Trials[number].Parameters : space.Defaults))]);

    private static string SubjectOf(WorkKind kind) => kind is WorkKind.BestInSample or WorkKind.BestOutOfSample ? "best" : "defaults";

    private static string SampleOf(WorkKind kind) => kind is WorkKind.BestInSample or WorkKind.DefaultsInSample ? "in_sample" : "out_of_sample";
}
