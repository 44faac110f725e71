using System.Collections.Immutable;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>What a run asks its search. None of it travels.</summary>
internal static class SearchProtocol
{
    /// <summary>Shall the run go on, and if so with which trials?</summary>
    /// <param name="Order">Numbers of the ended trials in the order of recording.</param>
    /// <param name="Now">UTC, when the new trials are made.</param>
    public sealed record Decide(Run Run, TrialOrder Order, int Count, TimeSpan Elapsed, DateTime Now) : ILocalMessage;

    /// <summary>A reason to stop, or new trials; neither when all regimes left have just stopped.</summary>
    public sealed record Decided(string? StopReason, ImmutableArray<Trial> Trials) : ILocalMessage
    {
        /// <summary>Regimes that begin no more trials, with reasons.</summary>
        public ImmutableSortedDictionary<Regime, string> StoppedRegimes { get; init; } = ImmutableSortedDictionary<Regime, string>.Empty;

        /// <summary>The run under this decision.</summary>
        public Run Apply(Run run) => run with { StopReason = StopReason, StoppedRegimes = StopReason is null ? StoppedRegimes : run.StoppedRegimes };
    }

    /// <summary>Which trials are best?</summary>
    public sealed record Choose(Run Run) : ILocalMessage;

    /// <param name="Best">Null when none is feasible, and in a per-regime run.</param>
    /// <param name="ByRegime">The choice of each regime in a per-regime run; empty otherwise.</param>
    public sealed record Chosen(Trial? Best, ImmutableArray<TrialNumber> Front, ImmutableArray<RegimeOutcome> ByRegime) : ILocalMessage;

    /// <summary>The sampler, a stop rule or the selection threw.</summary>
    public sealed record SearchFailed(Exception Cause) : ILocalMessage;
}
