using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>What a run would otherwise count anew at each step: how many of its trials were begun and have ended, and which have not.</summary>
internal sealed class TrialTally
{
    private static readonly int Turns = RegimeNames.States.Length;

    private readonly ImmutableArray<int> _begun;

    private TrialTally(ImmutableArray<int> begun, int finished, ImmutableSortedDictionary<TrialNumber, Trial> open) =>
        (_begun, Finished, Open) = (begun, finished, open);

    public static TrialTally Empty { get; } = new([.. new int[Turns]], 0, ImmutableSortedDictionary<TrialNumber, Trial>.Empty);

    /// <summary>Trials that have ended.</summary>
    public int Finished { get; }

    /// <summary>Trials that have not.</summary>
    public ImmutableSortedDictionary<TrialNumber, Trial> Open { get; }

    public static TrialTally Of(IEnumerable<Trial> trials) => trials.Aggregate(Empty, (tally, trial) => tally.With(trial, isNew: true));

    /// <summary>The tally with a trial that is new, or in its new state.</summary>
    public TrialTally With(Trial trial, bool isNew)
    {
        int turn = trial.Number.Value % Turns;
        return new TrialTally(
            isNew ? _begun.SetItem(turn, _begun[turn] + 1) : _begun,
            Finished + (trial.IsFinished ? 1 : 0),
            trial.IsFinished ? Open.Remove(trial.Number) : Open.SetItem(trial.Number, trial));
    }

    /// <summary>Trials begun by the remainder of their number, where numbers go round between so many regimes: one or all.</summary>
    public int Begun(int regimes, int remainder) => regimes == 1 ? _begun.Sum() : _begun[remainder];
}
