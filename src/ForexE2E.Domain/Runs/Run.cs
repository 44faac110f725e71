using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>A run and its trials at a moment; every change gives a new value.</summary>
public sealed record Run
{
    private ImmutableSortedDictionary<TrialNumber, Trial> _trials = ImmutableSortedDictionary<TrialNumber, Trial>.Empty;
    private TrialTally _tally = TrialTally.Empty;

    public required RunId Id { get; init; }

    public required RunDefinition Definition { get; init; }

    public required RunRecord Record { get; init; }

    public RunState State { get; init; } = RunState.Running;

    /// <summary>All trials begun, by number.</summary>
    public ImmutableSortedDictionary<TrialNumber, Trial> Trials
    {
        get => _trials;
        init => (_trials, _tally) = (value, TrialTally.Of(value.Values));
    }

    /// <summary>Why no further trial is started, such as a stop rule's reason; null while trials are to be started.</summary>
    public string? StopReason { get; init; }

    /// <summary>Runs of higher priority are served first; those of the same in turn. -100 to 100.</summary>
    public int Priority { get; init; }

    /// <summary>Regimes whose search has ended before its planned trials, with the reason; only in a per-regime run.</summary>
    public ImmutableSortedDictionary<Regime, string> StoppedRegimes { get; init; } = ImmutableSortedDictionary<Regime, string>.Empty;

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Trials that have ended.</summary>
    public int Finished => _tally.Finished;

    /// <summary>Trials begun and not ended.</summary>
    public int Underway => _tally.Open.Count;

    /// <summary>Trials begun and not ended, by number.</summary>
    public IEnumerable<Trial> Open => _tally.Open.Values;

    internal TrialTally Tally => _tally;

    /// <summary>Decides what to do next; pure.</summary>
    public RunStep NextStep()
    {
        int left = StopReason is null ? SearchTurns.Left(this) : 0;
        int underway = Underway;
        if (underway == 0 && left <= 0)
        {
            return new RunStep.Finish();
        }

        int free = Math.Min(Definition.Parallel - underway, left);
        return free > 0 ? new RunStep.StartTrials(free) : new RunStep.Wait();
    }

    /// <summary>The run with a trial added or brought to its new state.</summary>
    /// <exception cref="InvalidOperationException">The trial had ended: a finished trial never changes.</exception>
    public Run With(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        bool isNew = !_trials.TryGetValue(trial.Number, out Trial? known);
        if (known is { IsFinished: true })
        {
            throw new InvalidOperationException($"Trial {trial.Number} of run {Id} has ended and cannot change.");
        }

        // Not by the property, which would count all trials anew.
        return this with { _trials = _trials.SetItem(trial.Number, trial), _tally = _tally.With(trial, isNew) };
    }
}
