using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>A stored fact about a run, published after it was stored, in the order of storing.</summary>
public abstract record RunEvent : IWithRunId
{
    private RunEvent()
    {
    }

    public abstract RunId RunId { get; init; }

    /// <summary>The run is under way, for the first time or again.</summary>
    /// <param name="Finished">Trials that have ended before.</param>
    public sealed record RunStarted(RunId RunId, RunRecord Record, int Planned, int Finished) : RunEvent
    {
        public override RunId RunId { get; init; } = RunId;
    }

    /// <summary>A trial was begun, or begun once more.</summary>
    public sealed record TrialStarted(RunId RunId, TrialNumber Number, int Attempt) : RunEvent
    {
        public override RunId RunId { get; init; } = RunId;
    }

    /// <summary>A window of a trial is stored.</summary>
    public sealed record WindowFinished(RunId RunId, TrialNumber Number, int Done, int Total) : RunEvent
    {
        public override RunId RunId { get; init; } = RunId;
    }

    /// <summary>The end of a trial is stored.</summary>
    public sealed record TrialFinished(RunId RunId, Trial Trial) : RunEvent
    {
        public override RunId RunId { get; init; } = RunId;
    }

    /// <summary>The search has ended; the chosen set and the defaults are being measured.</summary>
    /// <param name="Best">The chosen trial; null when none was feasible.</param>
    public sealed record ValidationStarted(RunId RunId, TrialNumber? Best) : RunEvent
    {
        public override RunId RunId { get; init; } = RunId;
    }

    /// <summary>The end of the run is stored.</summary>
    public sealed record RunFinished(RunId RunId, RunOutcome Outcome) : RunEvent
    {
        public override RunId RunId { get; init; } = RunId;
    }
}
