using System.Collections.Immutable;

namespace ForexE2E.Domain.Runs;

/// <summary>What a run took of an earlier one when it began: the sets it tries anew and, where results are comparable, what its sampler knows from the start.</summary>
/// <param name="Run">The earlier run.</param>
/// <param name="NotComparable">Why its results mean something else than those of this run, so that only its best sets were taken; null: they are comparable.</param>
/// <param name="Parameters">Names, in the order of the texts of each trial.</param>
/// <param name="Trials">In the order in which the earlier run was told of their ends.</param>
public sealed record EarlierTrials(RunId Run, string? NotComparable, ImmutableArray<string> Parameters, ImmutableArray<EarlierTrial> Trials)
{
    /// <summary>Whether the sampler learns from the results, and not only tries the best sets anew.</summary>
    public bool AreComparable => NotComparable is null;
}
