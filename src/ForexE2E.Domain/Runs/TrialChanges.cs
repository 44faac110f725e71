using System.Collections.Immutable;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>What has happened to the trials of one run since it was last stored; stored together and in this order.</summary>
public sealed record TrialChanges
{
    /// <summary>Trials about to begin.</summary>
    public ImmutableArray<Trial> Added { get; init; } = [];

    /// <summary>Trials begun, for the first time or again.</summary>
    public ImmutableArray<TrialAttempt> Attempts { get; init; } = [];

    /// <summary>Windows done.</summary>
    public ImmutableArray<TrialWindow> Windows { get; init; } = [];

    /// <summary>Trials ended.</summary>
    public ImmutableArray<Trial> Finished { get; init; } = [];

    public bool IsEmpty => Added.IsEmpty && Attempts.IsEmpty && Windows.IsEmpty && Finished.IsEmpty;
}
