using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>The measurements after the search: chosen set and defaults, in sample and on the windows held back.</summary>
internal sealed class Validation(SearchProtocol.Chosen chosen)
{
    private readonly SortedDictionary<WorkKind, TrialResult> _results = [];

    /// <summary>The chosen trial; null when none was feasible.</summary>
    public Trial? Best { get; } = chosen.Best;

    public ImmutableArray<TrialNumber> Front { get; } = chosen.Front;

    /// <summary>Results so far, in the order of their kinds.</summary>
    public ImmutableArray<ValidationResult> Results => [.. _results.Select(r => new ValidationResult(SubjectOf(r.Key), SampleOf(r.Key), r.Value))];

    /// <summary>What is to be measured; nothing out of sample when no window is held back.</summary>
    public IEnumerable<(WorkId Work, ParameterSet Parameters)> Works(IBacktest backtest, ParameterSpace space)
    {
        bool isHeldBack = !backtest.OutOfSample.IsEmpty;
        if (Best is not null)
        {
            yield return (WorkId.Validation(WorkKind.BestInSample), Best.Parameters);
        }

        if (Best is not null && isHeldBack)
        {
            yield return (WorkId.Validation(WorkKind.BestOutOfSample), Best.Parameters);
        }

        yield return (WorkId.Validation(WorkKind.DefaultsInSample), space.Defaults);
        if (isHeldBack)
        {
            yield return (WorkId.Validation(WorkKind.DefaultsOutOfSample), space.Defaults);
        }
    }

    public void Add(WorkKind kind, TrialResult result) => _results[kind] = result;

    /// <summary>How the run ends when everything is measured.</summary>
    public (RunState State, string Reason) Conclude(Run run)
    {
        string reason = run.StopReason ?? $"{run.Trials.Count} trials finished";
        return Contradicts
            ? (RunState.Failed, $"{reason}, but the chosen trial, measured once more, gave other figures than before: the backtest does not repeat itself")
            : (RunState.Completed, reason);
    }

    // Other figures than its trial gave: then nothing here can be trusted.
    private bool Contradicts => Best is not null && _results.TryGetValue(WorkKind.BestInSample, out TrialResult? again) && again != Best.Result;

    private static string SubjectOf(WorkKind kind) => kind is WorkKind.BestInSample or WorkKind.BestOutOfSample ? "best" : "defaults";

    private static string SampleOf(WorkKind kind) => kind is WorkKind.BestInSample or WorkKind.DefaultsInSample ? "in_sample" : "out_of_sample";
}
