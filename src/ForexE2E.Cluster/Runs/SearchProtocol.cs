using System.Collections.Immutable;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>What a run asks its search. None of it travels.</summary>
internal static class SearchProtocol
{
    /// <summary>Shall the run go on, and if so with which trials?</summary>
    /// <param name="Order">Numbers of the ended trials in the order of recording.</param>
    /// <param name="Now">UTC, when the new trials are made.</param>
    public sealed record Decide(Run Run, ImmutableArray<int> Order, int Count, TimeSpan Elapsed, DateTime Now) : ILocalMessage;

    /// <summary>Either a reason to stop, or new trials.</summary>
    public sealed record Decided(string? StopReason, ImmutableArray<Trial> Trials) : ILocalMessage;

    /// <summary>Which trials are best?</summary>
    public sealed record Choose(Run Run) : ILocalMessage;

    public sealed record Chosen(Trial? Best, ImmutableArray<TrialNumber> Front) : ILocalMessage;

    /// <summary>The sampler, a stop rule or the selection threw.</summary>
    public sealed record SearchFailed(Exception Cause) : ILocalMessage;
}
