using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// One for each run. Its life: read what is stored, prepare (load the data, refuse nonsense), store, let a
/// <see cref="RunConductor"/> carry the run to its end, and rest. A run found Running in the store is taken up without being
/// asked: recovery is the same code as start.
/// </summary>
public sealed class RunCoordinator : ReceiveActor, IWithStash
{
    private const int MostStashed = 1000;

    private readonly RunId _id;
    private readonly RunParts _parts;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private int _stashed;
    private string _crash = "unknown";

    public RunCoordinator(RunId id, RunParts parts)
    {
        (_id, _parts) = (id, parts);
        Loading();
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart() => _parts.Places.Persistence.Tell(new PersistenceProtocol.LoadRun(_id));

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(e =>
    {
        _crash = $"{e.GetType().Name}: {e.Message}";
        return Directive.Stop;
    });

    private void Loading()
    {
        Receive<PersistenceProtocol.RunLoaded>(Open);
        Receive<PersistenceProtocol.RunNotLoaded>(m => Enter(() => Unreadable(m.Reason)));
        StashCommands();
    }

    private void Open(PersistenceProtocol.RunLoaded stored)
    {
        switch (stored.Run?.State)
        {
            case null:
                Enter(Absent);
                break;
            case RunState.Running:
                Prepare(stored.Run.Definition, stored, []);
                break;
            default:
                Enter(() => Closed(stored));
                break;
        }
    }

    private void Unreadable(string reason)
    {
        Rest();
        Receive<RunProtocol.ICommand>(_ => Reject($"Run {_id} cannot be read: {reason}"));
        ReceiveAny(_ => { });
    }

    // Read when somebody asks for it, as it may be long. A run that another coordinator has, in another part of a split cluster
    // or in a process of its own, keeps its workers.
    private void Away(bool hasEnded)
    {
        Rest();
        Receive<RunProtocol.ICommand>(_ =>
        {
            Stash.Stash();
            Reload();
        });
        Receive<TrialProtocol.IReport>(_ => hasEnded, Release);
        ReceiveAny(_ => { });
    }

    private void Absent()
    {
        Rest();
        Receive<RunProtocol.SubmitRun>(m => m.WhyRefused() is not null, m => Reject(m.WhyRefused()!));
        Receive<RunProtocol.SubmitRun>(m => Prepare(m.Definition, null, [Sender], m.Priority));
        Receive<RunProtocol.ICommand>(_ => Reject($"There is no run {_id} in this database; 'forexe2e run list' shows the runs."));
        Receive<TrialProtocol.IReport>(Release);
        ReceiveAny(_ => { });
    }

    private void Closed(PersistenceProtocol.RunLoaded stored)
    {
        Rest();
        Run run = stored.Run!;
        Receive<RunProtocol.SubmitRun>(m => m.Repeats(run), _ => Sender.Tell(new RunProtocol.RunAccepted(_id)));
        Receive<RunProtocol.SubmitRun>(_ => Reject($"Run {_id} exists already, is {run.State} and was defined otherwise."));
        Receive<RunProtocol.ResumeRun>(_ => run.State == RunState.Completed, _ => Reject($"Run {_id} has completed; there is nothing to resume."));
        Receive<RunProtocol.ResumeRun>(_ => Prepare(run.Definition, stored, [Sender]));
        Receive<RunProtocol.StopRun>(_ => Sender.Tell(new RunProtocol.RunStopped(_id)));
        Receive<RunProtocol.CancelRun>(_ => run.State == RunState.Completed, _ => Reject($"Run {_id} has completed; there is nothing to cancel."));
        Receive<RunProtocol.CancelRun>(_ => run.State == RunState.Stopped, _ => Cancel(stored.Outcome!));
        Receive<RunProtocol.CancelRun>(_ => Sender.Tell(new RunProtocol.RunStopped(_id)));
        Receive<RunProtocol.GetRun>(_ => Sender.Tell(new RunProtocol.RunStatus(_id, run.State, run.Definition.Trials, run.Finished, run.Underway)));
        Receive<TrialProtocol.IReport>(Release);
        ReceiveAny(_ => { });
    }

    // Answered when it is stored: the command is kept and finds the run cancelled.
    private void Cancel(RunOutcome stopped)
    {
        RunOutcome cancelled = stopped with { State = RunState.Failed, Reason = "cancelled on request" };
        Stash.Stash();
        _parts.Places.Persistence.Tell(new PersistenceProtocol.FinishRun(_id, cancelled));
        Become(() => Crashed(cancelled));
    }

    // What rests may leave the memory; the next question wakes it.
    private void Rest()
    {
        Context.SetReceiveTimeout(_parts.Settings.RestAfter);
        Receive<ReceiveTimeout>(_ => Context.Parent.Tell(new Passivate(PoisonPill.Instance)));
    }

    private void Prepare(RunDefinition definition, PersistenceProtocol.RunLoaded? stored, List<IActorRef> askers, int priority = 0)
    {
        Context.SetReceiveTimeout(null);
        // A run that goes on has in its record what it took of an earlier one.
        if (stored is null && definition.WarmStart is { } earlier)
        {
            _parts.Places.Persistence.Tell(new PersistenceProtocol.ReadRun(earlier));
        }
        else
        {
            _parts.Places.Backtests.Tell(new BacktestProtocol.LoadBacktest(_id, definition));
        }

        Enter(() => Preparing(definition, stored, askers, priority));
    }

    private void Preparing(RunDefinition definition, PersistenceProtocol.RunLoaded? stored, List<IActorRef> askers, int priority)
    {
        Run? earlier = null;
        Receive<PersistenceProtocol.RunNotLoaded>(m => Refuse($"Run {m.RunId} cannot be read: {m.Reason}", stored, askers));
        Receive<PersistenceProtocol.RunRead>(m =>
        {
            earlier = m.Run;
            _parts.Places.Backtests.Tell(new BacktestProtocol.LoadBacktest(_id, definition));
        });
        Receive<BacktestProtocol.BacktestLoaded>(m =>
        {
            try
            {
                Keep(stored is null
                    ? PreparedRun.New(_id, definition, m, _parts.CodeVersion, _parts.Time.GetUtcNow().UtcDateTime, earlier).WithPriority(priority)
                    : PreparedRun.Again(stored, m), stored, askers);
            }
            catch (Exception e) when (e is ArgumentException or ParameterException)
            {
                Refuse(e.Message, stored, askers);
            }
        });
        Receive<BacktestProtocol.BacktestNotLoaded>(m => Refuse(m.Reason, stored, askers));
        Receive<RunProtocol.SubmitRun>(_ => askers.Add(Sender));
        Receive<RunProtocol.ResumeRun>(_ => askers.Add(Sender));
        StashCommands();
    }

    private void Keep(PreparedRun prepared, PersistenceProtocol.RunLoaded? stored, List<IActorRef> askers)
    {
        if (stored?.Run is { } run && run.Record.CodeVersion != _parts.CodeVersion)
        {
            _log.Warning("Run {RunId} began with version {Began} and goes on with {Version}.", _id, run.Record.CodeVersion, _parts.CodeVersion);
        }

        _parts.Places.Persistence.Tell(stored is null ? new PersistenceProtocol.CreateRun(prepared.Run) : new PersistenceProtocol.ReopenRun(_id));
        Become(() => Storing(prepared, stored, askers));
    }

    private void Storing(PreparedRun prepared, PersistenceProtocol.RunLoaded? stored, List<IActorRef> askers)
    {
        Receive<PersistenceProtocol.Stored>(_ => stored is not null, _ => Conduct(prepared, askers));
        Receive<PersistenceProtocol.Stored>(_ => _parts.Places.Persistence.Tell(new PersistenceProtocol.LoadRun(_id)));
        // The first to take a new run has it as it was made; a later one takes it up as it finds it.
        Receive<PersistenceProtocol.RunLoaded>(m => m.Epoch <= 1, m => Conduct(prepared with { Epoch = m.Epoch }, askers));
        Receive<PersistenceProtocol.RunLoaded>(m => Prepare(m.Run!.Definition, m, askers));
        Receive<PersistenceProtocol.RunNotLoaded>(m => Refuse(m.Reason, stored, askers));
        Receive<PersistenceProtocol.RunTaken>(_ => Reload());
        Receive<PersistenceProtocol.NotStored>(m => Refuse(m.Reason, stored, askers));
        Receive<RunProtocol.SubmitRun>(_ => askers.Add(Sender));
        Receive<RunProtocol.ResumeRun>(_ => askers.Add(Sender));
        StashCommands();
    }

    private void Conduct(PreparedRun prepared, List<IActorRef> askers)
    {
        IActorRef conductor = Context.ActorOf(Props.Create(() => new RunConductor(prepared, _parts)), "conductor");
        Context.Watch(conductor);
        _log.Info("Run {RunId} is conducted here, epoch {Epoch}.", _id, prepared.Epoch);
        askers.ForEach(a => a.Tell(new RunProtocol.RunAccepted(_id)));
        Enter(() => Conducting(conductor, prepared));
    }

    private void Conducting(IActorRef conductor, PreparedRun prepared)
    {
        Receive<RunProtocol.SubmitRun>(_ => Sender.Tell(new RunProtocol.RunAccepted(_id)));
        Receive<RunProtocol.ResumeRun>(_ => Sender.Tell(new RunProtocol.RunAccepted(_id)));
        Receive<RunProtocol.ICommand>(conductor.Forward);
        Receive<TrialProtocol.IReport>(conductor.Forward);
        Receive<ConductorProtocol.RunEnded>(m =>
        {
            Context.Unwatch(conductor);
            Context.Stop(conductor);
            End(m.StoreRefusal);
        });
        Receive<ConductorProtocol.RunLost>(_ =>
        {
            _log.Warning("Run {RunId} was taken by another coordinator; this one lets go of it.", _id);
            Context.Unwatch(conductor);
            Context.Stop(conductor);
            Enter(() => Away(false));
        });
        Receive<Terminated>(_ => EndCrashed(prepared));
        ReceiveAny(_ => { });
    }

    // Whatever the conductor threw ends the run visibly; it can be resumed.
    private void EndCrashed(PreparedRun prepared)
    {
        _log.Error("Run {RunId} ended by an error in its coordination: {Reason}", _id, _crash);
        var outcome = new RunOutcome(RunState.Failed, _crash, null, [], [], prepared.Earlier);
        _parts.Places.Queue.Tell(new TrialProtocol.WithdrawRun(_id));
        _parts.Places.Persistence.Tell(new PersistenceProtocol.FinishRun(_id, outcome));
        Become(() => Crashed(outcome));
    }

    private void Crashed(RunOutcome outcome)
    {
        Receive<PersistenceProtocol.Stored>(m => m.Write is PersistenceProtocol.FinishRun, _ => Publish(null));
        Receive<PersistenceProtocol.NotStored>(m => m.Write is PersistenceProtocol.FinishRun, m => Publish(m.Reason));
        Receive<PersistenceProtocol.RunTaken>(_ => Enter(() => Away(false)));
        StashCommands();
        void Publish(string? refusal)
        {
            _parts.Places.Publish(new RunEvent.RunFinished(_id, outcome));
            End(refusal);
        }
    }

    private void End(string? storeRefusal) =>
        Enter(storeRefusal is null ? () => Away(true) : () => Unreadable($"its end could not be stored: {storeRefusal}"));

    private void Reload()
    {
        _parts.Places.Persistence.Tell(new PersistenceProtocol.LoadRun(_id));
        Become(Loading);
    }

    private void Refuse(string reason, PersistenceProtocol.RunLoaded? stored, List<IActorRef> askers)
    {
        _log.Warning("Run {RunId} was refused: {Reason}", _id, reason);
        askers.ForEach(a => a.Tell(new RunProtocol.RunRejected(_id, reason)));
        Enter(stored is null ? Absent : () => Closed(stored));
    }

    // Reports are not kept: senders repeat what matters.
    private void StashCommands()
    {
        Receive<RunProtocol.ICommand>(_ =>
        {
            if (++_stashed > MostStashed)
            {
                Reject($"Run {_id} is busy; try again.");
            }
            else
            {
                Stash.Stash();
            }
        });
        ReceiveAny(_ => { });
    }

    private void Enter(Action state)
    {
        Become(state);
        _stashed = 0;
        Stash.UnstashAll();
    }

    private void Reject(string reason) => Sender.Tell(new RunProtocol.RunRejected(_id, reason));

    // A worker that reports to a run at rest is told to let go.
    private void Release(TrialProtocol.IReport report) =>
        _parts.Places.Workers.Tell(new TrialProtocol.CancelTrial(report.Worker, report.RunId, report.Work));
}
