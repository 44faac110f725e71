using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>
/// Port: remembers runs. Every write is one transaction and may be repeated: the same content twice is once. Failures of the
/// store itself throw <see cref="RunStoreException"/> and have written nothing.
/// </summary>
public interface IRunStore
{
    /// <summary>Stores a new run; repeating it with the same id is no error.</summary>
    Task CreateRun(Run run, CancellationToken cancellation);

    /// <summary>Stores trials that are about to begin, with their parameters.</summary>
    Task AddTrials(RunId runId, IReadOnlyList<Trial> trials, CancellationToken cancellation);

    /// <summary>Stores that a trial was begun once more.</summary>
    Task SaveAttempt(RunId runId, TrialNumber number, int attempt, CancellationToken cancellation);

    /// <summary>Stores the result of one window of a trial under way.</summary>
    Task SaveWindow(RunId runId, TrialNumber number, WindowResult window, CancellationToken cancellation);

    /// <summary>Stores the end of trials with their results; a finished trial is never overwritten.</summary>
    Task FinishTrials(RunId runId, IReadOnlyList<Trial> trials, CancellationToken cancellation);

    /// <summary>Stores all this in one transaction: what the four writes above store, each in its own.</summary>
    Task SaveTrials(RunId runId, TrialChanges changes, CancellationToken cancellation);

    /// <summary>Stores the end of a run: state, best trial, Pareto marks, validations.</summary>
    Task FinishRun(RunId runId, RunOutcome outcome, CancellationToken cancellation);

    /// <summary>Marks a stopped or interrupted run as running again.</summary>
    Task ReopenRun(RunId runId, CancellationToken cancellation);

    /// <summary>
    /// Makes this store the run's only writer: whoever took it before is refused with <see cref="RunTakenException"/> from now
    /// on. Returns how often the run was taken, 0 when there is no such run.
    /// </summary>
    Task<int> TakeRun(RunId runId, CancellationToken cancellation);

    /// <summary>The run with all its trials; null when there is none.</summary>
    Task<Run?> FindRun(RunId runId, CancellationToken cancellation);

    /// <summary>How a run ended; null while it has not, or when there is none.</summary>
    Task<RunOutcome?> FindOutcome(RunId runId, CancellationToken cancellation);

    /// <summary>Stored windows of a trial, by index.</summary>
    Task<IReadOnlyList<WindowResult>> FindWindows(RunId runId, TrialNumber number, CancellationToken cancellation);

    /// <summary>The newest runs first.</summary>
    Task<IReadOnlyList<RunSummary>> ListRuns(int limit, CancellationToken cancellation);
}
