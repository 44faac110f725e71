using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Persistence;

/// <summary>
/// The node's one writer. Takes all waiting writes as one batch, answers each only after it is stored, and repeats with
/// growing pauses while the store is away. Reads are repeated in the same way.
/// </summary>
#pragma warning disable CA1001 // Actors are not disposed: PostStop disposes the token source.
public sealed class PersistenceActor : ReceiveActor, IWithTimers
#pragma warning restore CA1001
{
    private readonly IRunStore _store;
    private readonly PersistenceSettings _settings;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly NodeTelemetry _telemetry = NodeTelemetry.Of(Context.System);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<(PersistenceProtocol.IWrite Write, IActorRef Sender)> _waiting = new();
    private readonly Dictionary<PersistenceProtocol.IWrite, IActorRef> _senders = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<StoreCall> _calls = new();
    private int _failures;
    private bool _busy;

    public PersistenceActor(IRunStore store, PersistenceSettings settings)
    {
        _store = store;
        _settings = settings;
        _telemetry.Load.WaitingWrites = () => _waiting.Count;
        Receive<PersistenceProtocol.IWrite>(Accept);
        Receive<CallDone>(_ => Settle());
        Receive<CallFailed>(Fail);
        Receive<NextCall>(_ => Call());
        Receive<PersistenceProtocol.LoadRun>(m => Load(m, Sender, 1));
        Receive<PersistenceProtocol.LoadWindows>(Load);
        Receive<PersistenceProtocol.ReadRun>(Load);
        Receive<LoadDone>(m => m.Asker.Tell(m.Run));
        Receive<LoadFailed>(LoadAgain);
        Receive<LoadNow>(m => Load(m.Load, m.Asker, m.Try));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Accept(PersistenceProtocol.IWrite write)
    {
        if (write is PersistenceProtocol.SaveWindow && _waiting.Count >= _settings.QueueLimit)
        {
            return; // A checkpoint lost costs one window computed again; memory without bound costs the node.
        }

        _waiting.Enqueue((write, Sender));
        if (!_busy)
        {
            Batch();
        }
    }

    private void Batch()
    {
        List<PersistenceProtocol.IWrite> batch = [];
        while (batch.Count < _settings.BatchLimit && _waiting.TryDequeue(out var next))
        {
            batch.Add(next.Write);
            _senders[next.Write] = next.Sender;
        }

        foreach (StoreCall call in WriteBatch.CallsOf(batch))
        {
            _calls.Enqueue(call);
        }

        _busy = _calls.Count > 0;
        Call();
    }

    private void Call()
    {
        if (_calls.TryPeek(out StoreCall? call))
        {
            _ = Try(() => call.Measured(_store, _telemetry, _stopping.Token)).PipeTo(Self, success: () => CallDone.Instance, failure: e => new CallFailed(e));
        }
    }

    private void Settle()
    {
        _failures = 0;
        foreach (PersistenceProtocol.IWrite write in _calls.Dequeue().Writes)
        {
            Answer(write, new PersistenceProtocol.Stored(write));
        }

        Continue();
    }

    private void Fail(CallFailed failed)
    {
        Exception cause = CauseOf(failed.Cause);
        if (cause is RunStoreException)
        {
            TimeSpan pause = _settings.PauseAfter(++_failures);
            _log.Warning("The store is away ({Failures} times in a row), next try in {Pause}: {Reason}", _failures, pause, cause.Message);
            Timers.StartSingleTimer(nameof(NextCall), NextCall.Instance, pause);
            return;
        }

        _log.Error(cause, "The store refused a write.");
        foreach (PersistenceProtocol.IWrite write in _calls.Dequeue().Writes)
        {
            Answer(write, cause is RunTakenException ? new PersistenceProtocol.RunTaken(write) : new PersistenceProtocol.NotStored(write, cause.Message));
        }

        Continue();
    }

    private void Continue()
    {
        if (_calls.Count > 0)
        {
            Call();
        }
        else
        {
            Batch();
        }
    }

    private void Answer(PersistenceProtocol.IWrite write, object answer)
    {
        _senders.Remove(write, out IActorRef? sender);
        sender.Tell(answer);
    }

    private void Load(PersistenceProtocol.LoadRun load, IActorRef asker, int attempt) => _ = Try(() => Read(load.RunId))
        .PipeTo(Self, success: run => new LoadDone(asker, run), failure: e => new LoadFailed(load, asker, attempt, e));

    private void Load(PersistenceProtocol.LoadWindows load) => _ = Try(() => _store.FindWindows(load.RunId, load.Number, _stopping.Token)).PipeTo(
        Sender,
        success: windows => new PersistenceProtocol.WindowsLoaded(load.RunId, load.Number, [.. windows]),
        failure: e => new PersistenceProtocol.WindowsNotLoaded(load.RunId, load.Number, e.GetBaseException().Message));

    private void Load(PersistenceProtocol.ReadRun load) => _ = Try(() => _store.FindRun(load.RunId, _stopping.Token)).PipeTo(
        Sender,
        success: run => new PersistenceProtocol.RunRead(load.RunId, run),
        failure: e => new PersistenceProtocol.RunNotLoaded(load.RunId, e.GetBaseException().Message));

    private void LoadAgain(LoadFailed failed)
    {
        Exception cause = CauseOf(failed.Cause);
        if (cause is not RunStoreException)
        {
            failed.Asker.Tell(new PersistenceProtocol.RunNotLoaded(failed.Load.RunId, cause.Message));
            return;
        }

        TimeSpan pause = _settings.PauseAfter(failed.Try);
        _log.Warning("Run {RunId} cannot be read, next try in {Pause}: {Reason}", failed.Load.RunId, pause, cause.Message);
        Timers.StartSingleTimer(failed.Load, new LoadNow(failed.Load, failed.Asker, failed.Try + 1), pause);
    }

    private async Task<PersistenceProtocol.RunLoaded> Read(RunId id)
    {
        CancellationToken token = _stopping.Token;
        // Taken before it is read: what another coordinator wrote is seen, and what it would write later is refused.
        int epoch = await _store.TakeRun(id, token);
        Run? run = await _store.FindRun(id, token);
        var windows = ImmutableDictionary.CreateBuilder<TrialNumber, ImmutableArray<WindowResult>>();
        foreach (Trial trial in run?.Trials.Values.Where(t => !t.IsFinished) ?? [])
        {
            windows[trial.Number] = [.. await _store.FindWindows(id, trial.Number, token)];
        }

        RunOutcome? outcome = run is null ? null : await _store.FindOutcome(id, token);
        return new PersistenceProtocol.RunLoaded(run, windows.ToImmutable(), outcome, epoch);
    }

    // Only what the task added is taken off: the store's own exception holds the driver's, which says nothing here.
    private static Exception CauseOf(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var one] } ? CauseOf(one) : exception;

    // A store may throw before it returns its task.
    private static async Task Try(Func<Task> call) => await call();

    private static async Task<T> Try<T>(Func<Task<T>> call) => await call();

    private sealed record CallDone : ILocalMessage
    {
        public static CallDone Instance { get; } = new();
    }

    private sealed record NextCall : ILocalMessage
    {
        public static NextCall Instance { get; } = new();
    }

    private sealed record CallFailed(Exception Cause) : ILocalMessage;

    private sealed record LoadDone(IActorRef Asker, PersistenceProtocol.RunLoaded Run) : ILocalMessage;

    private sealed record LoadFailed(PersistenceProtocol.LoadRun Load, IActorRef Asker, int Try, Exception Cause) : ILocalMessage;

    private sealed record LoadNow(PersistenceProtocol.LoadRun Load, IActorRef Asker, int Try) : ILocalMessage;
}
