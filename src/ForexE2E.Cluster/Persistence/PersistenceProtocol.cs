using System.Collections.Immutable;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Persistence;

/// <summary>What the actors of a node ask its persistence actor to remember. None of it travels.</summary>
public static class PersistenceProtocol
{
    /// <summary>Something to be stored; answered by <see cref="Stored"/> or <see cref="NotStored"/> with the same object.</summary>
    public interface IWrite : ILocalMessage
    {
        RunId RunId { get; }
    }

    public sealed record CreateRun(Run Run) : IWrite
    {
        public RunId RunId => Run.Id;
    }

    public sealed record ReopenRun(RunId RunId) : IWrite;

    public sealed record AddTrials(RunId RunId, ImmutableArray<Trial> Trials) : IWrite;

    public sealed record SaveAttempt(RunId RunId, TrialNumber Number, int Attempt) : IWrite;

    /// <summary>A checkpoint: the only write that may be dropped, when the store has been away for long.</summary>
    public sealed record SaveWindow(RunId RunId, TrialNumber Number, WindowResult Window, int Done, int Total) : IWrite;

    public sealed record FinishTrial(RunId RunId, Trial Trial) : IWrite;

    public sealed record FinishRun(RunId RunId, RunOutcome Outcome) : IWrite;

    /// <summary>It is stored.</summary>
    public sealed record Stored(IWrite Write) : ILocalMessage;

    /// <summary>The store refused it for good: repeating it would not help.</summary>
    public sealed record NotStored(IWrite Write, string Reason) : ILocalMessage;

    /// <summary>Another coordinator has taken the run: nothing of it is written from this node any more.</summary>
    public sealed record RunTaken(IWrite Write) : ILocalMessage;

    /// <summary>Takes a run and asks for all that is needed to go on with it.</summary>
    public sealed record LoadRun(RunId RunId) : ILocalMessage;

    /// <summary>What the store knows of a run.</summary>
    /// <param name="Run">Null when there is none.</param>
    /// <param name="Windows">Stored windows of the trials that have not ended, by index.</param>
    /// <param name="Outcome">How it ended; null while it has not.</param>
    /// <param name="Epoch">How often it was taken, this time included.</param>
    public sealed record RunLoaded(Run? Run, ImmutableDictionary<TrialNumber, ImmutableArray<WindowResult>> Windows, RunOutcome? Outcome, int Epoch) : ILocalMessage;

    /// <summary>The run cannot be read, and repeating would not help.</summary>
    public sealed record RunNotLoaded(RunId RunId, string Reason) : ILocalMessage;

    /// <summary>Asks for a run that another one is to learn from, without taking it; answered by <see cref="RunRead"/> or <see cref="RunNotLoaded"/>, and not repeated.</summary>
    public sealed record ReadRun(RunId RunId) : ILocalMessage;

    /// <summary>The run as it is stored; null when there is none.</summary>
    public sealed record RunRead(RunId RunId, Run? Run) : ILocalMessage;

    /// <summary>Asks for the stored windows of one trial; answered by <see cref="WindowsLoaded"/> or <see cref="WindowsNotLoaded"/>, and not repeated.</summary>
    public sealed record LoadWindows(RunId RunId, TrialNumber Number) : ILocalMessage;

    /// <summary>The stored windows of a trial, by index.</summary>
    public sealed record WindowsLoaded(RunId RunId, TrialNumber Number, ImmutableArray<WindowResult> Windows) : ILocalMessage;

    /// <summary>They could not be read now.</summary>
    public sealed record WindowsNotLoaded(RunId RunId, TrialNumber Number, string Reason) : ILocalMessage;
}
