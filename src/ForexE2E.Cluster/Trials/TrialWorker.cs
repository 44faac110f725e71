using Akka.Actor;
using Akka.Event;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Trials;

/// <summary>
/// One of the cluster's numbered workers. Its life: wait for a slot of the node, pull a trial, load its backtest, compute it
/// window by window, give the slot back, report the end until it is stored, and wait for a slot again.
/// </summary>
public sealed class TrialWorker : ReceiveActor, IWithTimers
{
    private readonly int _number;
    private readonly WorkerPlaces _places;
    private readonly WorkerSettings _settings;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly WorkTrace _trace;
    private IActorRef _runner = ActorRefs.Nobody;
    private Assignment? _underway;
    private WorkSession? _session;
    private bool _isWithdrawn;

    public TrialWorker(int number, WorkerPlaces places, WorkerSettings settings)
    {
        (_number, _places, _settings) = (number, places, settings);
        _trace = new WorkTrace(NodeTelemetry.Of(Context.System), number);
        WaitForSlot();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>A worker that moves to another node hands its work back.</summary>
    protected override void PostStop()
    {
        _session?.Cancel();
        _trace.End("handed back");
        if (_underway is { } work)
        {
            _places.Runs.Tell(new TrialProtocol.TrialHandedBack(work.RunId, work.Work, work.Attempt, _number));
        }
    }

    private void WaitForSlot()
    {
        _places.Slots.Tell(SlotProtocol.TakeSlot.Instance);
        Become(WaitingForSlot);
    }

    private void WaitingForSlot()
    {
        Receive<SlotProtocol.SlotTaken>(m =>
        {
            _runner = m.Runner;
            Pull();
        });
        ReceiveOthers();
    }

    private void Pull()
    {
        _underway = null;
        if (_isWithdrawn)
        {
            _places.Slots.Tell(SlotProtocol.FreeSlot.Instance);
            Rest();
            return;
        }

        _places.Queue.Tell(new TrialProtocol.PullTrial(_number));
        Become(Pulling);
        Timers.StartPeriodicTimer(nameof(Tick), Tick.Instance, _settings.PullInterval);
    }

    private void Pulling()
    {
        Receive<Tick>(_ => _places.Queue.Tell(new TrialProtocol.PullTrial(_number)));
        Receive<TrialProtocol.ExecuteTrial>(m => Begin(m.Assignment));
        Receive<SlotProtocol.SlotWithdrawn>(_ => Withdraw(Pull));
        ReceiveOthers();
    }

    private void Begin(Assignment given)
    {
        Assignment work = _trace.Begin(given);
        _underway = work;
        _places.Runs.Tell(new TrialProtocol.TrialStarted(work.RunId, work.Work, work.Attempt, _number));
        _places.Backtests.Tell(new BacktestProtocol.LoadBacktest(work.RunId, work.Definition));
        Become(() => Loading(work));
        Timers.StartPeriodicTimer(nameof(Tick), Tick.Instance, _settings.SignOfLife);
    }

    private void Loading(Assignment work)
    {
        Receive<BacktestProtocol.BacktestLoaded>(m => m.RunId == work.RunId, m =>
        {
            if (m.DataHash == work.DataHash)
            {
                Compute(new WorkSession(work, m.Backtest));
            }
            else
            {
                Fail(work, $"The market data of this node differ from those the run began with (hash {m.DataHash}, not {work.DataHash}).");
            }
        });
        Receive<BacktestProtocol.BacktestNotLoaded>(m => m.RunId == work.RunId, m => Fail(work, m.Reason));
        Receive<TrialProtocol.CancelTrial>(m => Is(m, work), _ => HandBack(work));
        Receive<SlotProtocol.SlotWithdrawn>(_ => Withdraw(() => HandBack(work)));
        ReceiveWhileBusy(work);
    }

    private void Compute(WorkSession session)
    {
        _session = session;
        Become(() => Computing(session));
        _runner.Tell(session.Next());
    }

    private void Computing(WorkSession session)
    {
        Assignment work = session.Assignment;
        Receive<WindowProtocol.IAnswer>(m => !ReferenceEquals(m.Assignment, work), _ => { });
        Receive<WindowProtocol.WindowDone>(m =>
        {
            session.Add(m.Window);
            _places.Runs.Tell(new TrialProtocol.WindowFinished(work.RunId, work.Work, work.Attempt, _number, m.Window, session.Done, session.Total));
            _runner.Tell(session.Next());
        });
        Receive<WindowProtocol.WindowsJoined>(m =>
        {
            Close(session);
            Report(new TrialProtocol.TrialFinished(work.RunId, work.Work, work.Attempt, _number, m.Result));
        });
        Receive<WindowProtocol.WindowFailed>(m =>
        {
            Close(session);
            _log.Warning(m.Cause, "Run {RunId}, {Work}, attempt {Attempt} failed.", work.RunId, work.Work, work.Attempt);
            Fail(work, $"{m.Cause.GetType().Name}: {m.Cause.Message}");
        });
        Receive<WindowProtocol.WindowCancelled>(_ =>
        {
            Close(session);
            Fail(work, "The backtest cancelled itself.");
        });
        Receive<TrialProtocol.CancelTrial>(m => Is(m, work), _ => Cancel(session));
        Receive<SlotProtocol.SlotWithdrawn>(_ => Withdraw(() => Cancel(session)));
        ReceiveWhileBusy(work);
    }

    private void Cancel(WorkSession session)
    {
        session.Cancel();
        Become(() => Cancelling(session));
    }

    // The node leaves: what is under way is handed back as if it were cancelled, and no slot is taken again.
    private void Withdraw(Action letGo)
    {
        _isWithdrawn = true;
        letGo();
    }

    // The slot is not free before the thread is.
    private void Cancelling(WorkSession session)
    {
        Assignment work = session.Assignment;
        Receive<WindowProtocol.IAnswer>(m => !ReferenceEquals(m.Assignment, work), _ => { });
        Receive<WindowProtocol.WindowDone>(m =>
        {
            session.Add(m.Window);
            _places.Runs.Tell(new TrialProtocol.WindowFinished(work.RunId, work.Work, work.Attempt, _number, m.Window, session.Done, session.Total));
            EndCancelled(session);
        });
        Receive<WindowProtocol.WindowsJoined>(_ => EndCancelled(session));
        Receive<WindowProtocol.WindowFailed>(_ => EndCancelled(session));
        Receive<WindowProtocol.WindowCancelled>(_ => EndCancelled(session));
        ReceiveWhileBusy(work);
    }

    private void EndCancelled(WorkSession session)
    {
        Close(session);
        HandBack(session.Assignment);
    }

    private void Close(WorkSession session)
    {
        _session = null;
        session.Dispose();
    }

    private void HandBack(Assignment work)
    {
        _trace.End("handed back");
        _places.Runs.Tell(new TrialProtocol.TrialHandedBack(work.RunId, work.Work, work.Attempt, _number));
        Pull();
    }

    private void Fail(Assignment work, string reason) =>
        Report(new TrialProtocol.TrialFailed(work.RunId, work.Work, work.Attempt, _number, reason));

    private void Report(TrialProtocol.IReport report)
    {
        _trace.End(report);
        _places.Slots.Tell(SlotProtocol.FreeSlot.Instance);
        _places.Runs.Tell(report);
        _underway = null;
        Become(() => Reporting(report));
        Timers.StartPeriodicTimer(nameof(Tick), Tick.Instance, _settings.ReportInterval);
    }

    private void Reporting(TrialProtocol.IReport report)
    {
        Receive<Tick>(_ => _places.Runs.Tell(report));
        Receive<TrialProtocol.TrialStored>(m => (m.RunId, m.Work) == (report.RunId, report.Work), _ => Rest());
        Receive<TrialProtocol.CancelTrial>(m => (m.RunId, m.Work) == (report.RunId, report.Work), _ => Rest());
        ReceiveOthers();
    }

    private void Rest()
    {
        Timers.Cancel(nameof(Tick));
        WaitForSlot();
    }

    private void ReceiveWhileBusy(Assignment work)
    {
        Receive<Tick>(_ => _places.Runs.Tell(new TrialProtocol.TrialAlive(work.RunId, work.Work, work.Attempt, _number)));
        Receive<TrialProtocol.ExecuteTrial>(m => (m.Assignment.RunId, m.Assignment.Work) == (work.RunId, work.Work), _ => { });
        ReceiveOthers();
    }

    // What comes too late, too early or twice.
    private void ReceiveOthers()
    {
        Receive<TrialProtocol.ExecuteTrial>(m => _places.Queue.Tell(new TrialProtocol.ReturnTrial(m.Assignment)));
        Receive<IWithWorker>(_ => { });
        Receive<WindowProtocol.IAnswer>(_ => { });
        Receive<Tick>(_ => { });
        Receive<SlotProtocol.SlotTaken>(_ => { });
        Receive<SlotProtocol.SlotWithdrawn>(_ => _isWithdrawn = true);
        Receive<BacktestProtocol.BacktestLoaded>(_ => { });
        Receive<BacktestProtocol.BacktestNotLoaded>(_ => { });
    }

    private static bool Is(TrialProtocol.CancelTrial cancel, Assignment work) => (cancel.RunId, cancel.Work) == (work.RunId, work.Work);

    private sealed record Tick : ILocalMessage
    {
        public static Tick Instance { get; } = new();
    }
}
