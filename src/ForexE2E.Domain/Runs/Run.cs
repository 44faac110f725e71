using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>A run and its trials at a moment; every change gives a new value.</summary>
public sealed record Run
{
    public required RunId Id { get; init; }

    public required RunDefinition Definition { get; init; }

    public required RunRecord Record { get; init; }

    public RunState State { get; init; } = RunState.Running;

    /// <summary>All trials begun, by number.</summary>
    public ImmutableSortedDictionary<TrialNumber, Trial> Trials { get; init; } = ImmutableSortedDictionary<TrialNumber, Trial>.Empty;

    /// <summary>Why no further trial is started, such as a stop rule's reason; null while trials are to be started.</summary>
    public string? StopReason { get; init; }

    /// <summary>Regimes whose search has ended before its planned trials, with the reason; only in a per-regime run.</summary>
    public ImmutableSortedDictionary<Regime, string> StoppedRegimes { get; init; } = ImmutableSortedDictionary<Regime, string>.Empty;

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Trials that have ended.</summary>
    public int Finished => Trials.Values.Count(t => t.IsFinished);

    /// <summary>Trials begun and not ended.</summary>
    public int Underway => Trials.Count - Finished;

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
        return Trials.TryGetValue(trial.Number, out Trial? known) && known.IsFinished
            ? throw new InvalidOperationException($"Trial {trial.Number} of run {Id} has ended and cannot change.")
            : this with { Trials = Trials.SetItem(trial.Number, trial) };
    }
}
