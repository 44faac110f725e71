using System.Collections.Immutable;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Testing.Fakes;

/// <summary>A run store in memory that keeps the promises of the port, counts its calls, and can be away for a while.</summary>
public sealed class InMemoryRunStore : IRunStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RunId, Run> _runs = [];
    private readonly Dictionary<RunId, RunOutcome> _outcomes = [];
    private readonly Dictionary<(RunId, TrialNumber), SortedDictionary<int, WindowResult>> _windows = [];
    private readonly Dictionary<RunId, int> _epochs = [];
    private readonly List<string> _calls = [];
    private int _failuresLeft;

    /// <summary>Names of the calls that succeeded, in order.</summary>
    public ImmutableArray<string> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>How often a call met an absent store.</summary>
    public int Refusals { get; private set; }

    /// <summary>Called before every write, outside the lock; may block or throw.</summary>
    public Action<string>? BeforeWrite { get; set; }

    /// <summary>The next calls throw as if the database were away.</summary>
    public void BeAwayFor(int calls) => Interlocked.Exchange(ref _failuresLeft, calls);

    public Task CreateRun(Run run, CancellationToken cancellation) => Write(nameof(CreateRun), () => _runs.TryAdd(run.Id, run with { Trials = run.Trials.Clear() }));

    public Task AddTrials(RunId runId, IReadOnlyList<Trial> trials, CancellationToken cancellation) => Write(nameof(AddTrials), () =>
    {
        foreach (Trial trial in trials.Where(t => !_runs[runId].Trials.ContainsKey(t.Number)))
        {
            _runs[runId] = _runs[runId].With(trial);
        }
    });

    public Task SaveAttempt(RunId runId, TrialNumber number, int attempt, CancellationToken cancellation) => Write(nameof(SaveAttempt), () =>
    {
        Trial trial = _runs[runId].Trials[number];
        if (!trial.IsFinished)
        {
            _runs[runId] = _runs[runId].With(trial with { State = TrialState.Running, Attempts = attempt });
        }
    });

    public Task SaveWindow(RunId runId, TrialNumber number, WindowResult window, CancellationToken cancellation) => Write(nameof(SaveWindow), () =>
    {
        if (!_windows.TryGetValue((runId, number), out SortedDictionary<int, WindowResult>? windows))
        {
            _windows[(runId, number)] = windows = [];
        }

        windows[window.Index] = window;
    });

    public Task FinishTrials(RunId runId, IReadOnlyList<Trial> trials, CancellationToken cancellation) => Write(nameof(FinishTrials), () =>
    {
        foreach (Trial trial in trials.Where(t => !_runs[runId].Trials[t.Number].IsFinished))
        {
            _runs[runId] = _runs[runId].With(trial);
        }
    });

    public async Task SaveTrials(RunId runId, TrialChanges changes, CancellationToken cancellation)
    {
        await (changes.Added.IsEmpty ? Task.CompletedTask : AddTrials(runId, changes.Added, cancellation));
        foreach (TrialAttempt attempt in changes.Attempts)
        {
            await SaveAttempt(runId, attempt.Number, attempt.Attempt, cancellation);
        }

        foreach (TrialWindow window in changes.Windows)
        {
            await SaveWindow(runId, window.Number, window.Window, cancellation);
        }

        await (changes.Finished.IsEmpty ? Task.CompletedTask : FinishTrials(runId, changes.Finished, cancellation));
    }

    public Task FinishRun(RunId runId, RunOutcome outcome, CancellationToken cancellation) => Write(nameof(FinishRun), () =>
    {
        _runs[runId] = _runs[runId] with { State = outcome.State };
        _outcomes[runId] = outcome;
    });

    public Task ReopenRun(RunId runId, CancellationToken cancellation) => Write(nameof(ReopenRun), () =>
    {
        _runs[runId] = _runs[runId] with { State = RunState.Running };
        _outcomes.Remove(runId);
    });

    public Task<int> TakeRun(RunId runId, CancellationToken cancellation) => Read(() =>
        _runs.ContainsKey(runId) ? _epochs[runId] = _epochs.GetValueOrDefault(runId) + 1 : 0);

    public Task<Run?> FindRun(RunId runId, CancellationToken cancellation) => Read(() => _runs.GetValueOrDefault(runId));

    public Task<RunOutcome?> FindOutcome(RunId runId, CancellationToken cancellation) => Read(() => _outcomes.GetValueOrDefault(runId));

    public Task<IReadOnlyList<WindowResult>> FindWindows(RunId runId, TrialNumber number, CancellationToken cancellation) =>
        Read<IReadOnlyList<WindowResult>>(() => _windows.TryGetValue((runId, number), out var windows) ? [.. windows.Values] : []);

    public Task<IReadOnlyList<RunSummary>> ListRuns(int limit, CancellationToken cancellation) => Read<IReadOnlyList<RunSummary>>(() =>
        [.. _runs.Values.OrderByDescending(r => r.CreatedAt).Take(limit).Select(Summary)]);

    private static RunSummary Summary(Run run) => new(
        run.Id, run.Definition.Market, run.Definition.Method, run.Definition.RegimeMode, run.State, run.Definition.Trials, run.Finished, null, null, run.CreatedAt, null, run.Definition.Notes);

    private Task Write(string name, Action write)
    {
        BeforeWrite?.Invoke(name);
        return Read<object?>(() =>
        {
            write();
            _calls.Add(name);
            return null;
        });
    }

    private Task<T> Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            if (_failuresLeft > 0)
            {
                _failuresLeft--;
                Refusals++;
                // As the real stores do: the driver's own exception within.
                throw new RunStoreException("The store is away, as the test asked.", new IOException("Connection refused"));
            }

            return Task.FromResult(read());
        }
    }
}
