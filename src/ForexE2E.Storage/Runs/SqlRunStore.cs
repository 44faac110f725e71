using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>
/// Remembers runs in SQLite or PostgreSQL. Every write is one transaction that holds the run's row, and when its task
/// completes it outlives the end of this process. Instants are kept to the microsecond. Safe for concurrent use.
/// </summary>
public sealed class SqlRunStore : IRunStore, IAsyncDisposable
{
    private readonly DatabaseConnections _database;
    private readonly TimeProvider _time;
    private readonly SchemaStatus _schema;
    private readonly RunHolds _holds = new();
    private readonly SeenBases _seen = new();

    internal SqlRunStore(DatabaseConnections database, SchemaStatus schema, TimeProvider time) => (_database, _schema, _time) = (database, schema, time);

    private DateTime Now => Instants.ToColumn(_time.GetUtcNow().UtcDateTime);

    public Task CreateRun(Run run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _database.Write(async (db, token) =>
        {
            await RunWrites.Create(db, run, _seen, Now, token);
            return true;
        }, cancellation);
    }

    public Task AddTrials(RunId runId, IReadOnlyList<Trial> trials, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return SaveTrials(runId, new TrialChanges { Added = [.. trials] }, cancellation);
    }

    public Task SaveAttempt(RunId runId, TrialNumber number, int attempt, CancellationToken cancellation) =>
        SaveTrials(runId, new TrialChanges { Attempts = [new TrialAttempt(number, attempt)] }, cancellation);

    public Task SaveWindow(RunId runId, TrialNumber number, WindowResult window, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(window);
        return SaveTrials(runId, new TrialChanges { Windows = [new TrialWindow(number, window)] }, cancellation);
    }

    /// <exception cref="ArgumentException">A trial has not ended.</exception>
    public Task FinishTrials(RunId runId, IReadOnlyList<Trial> trials, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return SaveTrials(runId, new TrialChanges { Finished = [.. trials] }, cancellation);
    }

    /// <exception cref="ArgumentException">A trial that is to be stored as ended has not ended.</exception>
    public async Task SaveTrials(RunId runId, TrialChanges changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Finished.FirstOrDefault(t => !t.IsFinished) is { } open)
        {
            throw new ArgumentException($"Trial {open.Number} is {open.State}: only ended trials can be stored as ended.", nameof(changes));
        }

        if (changes.IsEmpty)
        {
            return;
        }

        IReadOnlyList<Trial> inserted = await _database.Write(async (db, token) =>
        {
            HeldRun held = await RunWrites.Hold(db, runId, TrialWrites.NumbersIn(changes), Now, token);
            _holds.Check(runId, held.Epoch);
            TrialWrites writes = new(db, runId, held, _seen, Now);
            await writes.Save(changes, token);
            return writes.Inserted;
        }, cancellation);
        _seen.Note(runId, inserted);
    }

    /// <exception cref="ArgumentException">The outcome says the run is running.</exception>
    public Task FinishRun(RunId runId, RunOutcome outcome, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.State == RunState.Running
            ? throw new ArgumentException("A run that ends must be completed, stopped or failed, not running.", nameof(outcome))
            : Finish(runId, outcome, cancellation);
    }

    public Task ReopenRun(RunId runId, CancellationToken cancellation) =>
        Change(runId, (db, run, token) => RunEnds.Reopen(db, run, Now, token), cancellation);

    public Task<Run?> FindRun(RunId runId, CancellationToken cancellation) =>
        _database.Read((db, token) => RunReads.FindRun(db, runId, token), cancellation);

    public Task<int> TakeRun(RunId runId, CancellationToken cancellation) => _database.Write(
        async (db, token) => await RunWrites.TryTake(db, runId, Now, token) is { } run ? await _holds.Take(db, runId, run, token) : 0, cancellation);

    /// <summary>One trial with its parameters and result, without the others; null when there is none.</summary>
    public Task<Trial?> FindTrial(RunId runId, TrialNumber number, CancellationToken cancellation) =>
        _database.Read((db, token) => RunReads.FindTrial(db, runId, number, token), cancellation);

    /// <summary>What a completed run offers: one set, or one for each regime; empty when there is no such run, or it found none. One query.</summary>
    public Task<IReadOnlyList<BestSet>> FindBest(RunId runId, CancellationToken cancellation) =>
        _database.Read((db, token) => BestSets.Find(db, runId, token), cancellation);

    public Task<RunOutcome?> FindOutcome(RunId runId, CancellationToken cancellation) =>
        _database.Read((db, token) => RunReads.FindOutcome(db, runId, token), cancellation);

    public Task<IReadOnlyList<WindowResult>> FindWindows(RunId runId, TrialNumber number, CancellationToken cancellation) =>
        _database.Read((db, token) => RunReads.FindWindows(db, runId, number, token), cancellation);

    public Task<IReadOnlyList<RunSummary>> ListRuns(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return _database.Read((db, token) => RunReads.ListRuns(db, limit, token), cancellation);
    }

    /// <summary>The database, its version and schema in one line, without a password; asks the database, so it also tells whether it answers.</summary>
    public async Task<string> Describe()
    {
        string version = await _database.ServerVersion(CancellationToken.None);
        return FormattableString.Invariant($"{_database.Address}, {version}, schema {_schema.Current}");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task Finish(RunId runId, RunOutcome outcome, CancellationToken cancellation)
    {
        await Change(runId, (db, run, token) => RunEnds.Finish(db, run, outcome, Now, token), cancellation);
        _seen.Forget(runId);
    }

    private Task Change(RunId runId, Func<DataConnection, RunRow, CancellationToken, Task> change, CancellationToken cancellation) =>
        _database.Write(async (db, token) =>
        {
            RunRow run = await RunWrites.Take(db, runId, Now, token);
            _holds.Check(runId, await RunHolds.EpochOf(db, run.Id, token));
            await change(db, run, token);
            return true;
        }, cancellation);
}
