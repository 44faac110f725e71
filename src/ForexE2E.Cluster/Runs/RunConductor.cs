using Akka.Actor;
using Akka.Event;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// Carries a run from its start (or resumption) to its end: decides, has trials stored and then queued, stores what workers
/// report and then acknowledges, validates, and closes. Stopping, it lets the workers hand back first.
/// </summary>
internal sealed class RunConductor : ReceiveActor, IWithTimers
{
    private readonly PreparedRun _prepared;
    private readonly RunPlaces _places;
    private readonly RunSettings _settings;
    private readonly SearchMethods _methods;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly WorkDesk _desk;
    private readonly PruningDesk _pruning;
    private readonly IActorRef _search;
    private readonly List<IActorRef> _stoppers = [];
    private (RunState State, string Reason) _asked;
    private Validation? _validation;
    private bool _deciding;

    public RunConductor(PreparedRun prepared, RunParts parts)
    {
        (_prepared, _places, _settings, _methods) = (prepared, parts.Places, parts.Settings, parts.Methods);
        _desk = new WorkDesk(prepared, parts);
        _pruning = PruningDesk.Open(prepared, parts, _desk, Context);
        Props search = Props.Create(() => new SearchActor(prepared, parts.Methods));
        _search = Context.ActorOf(search.WithDispatcher("forexe2e.compute.dispatcher"), "search");
        Conducting();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Roster Roster => _desk.Roster;

    private Run Run => _desk.Run;

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Tick), new Tick(), _settings.OfferInterval);
        _places.Publish(new RunEvent.RunStarted(Run.Id, Run.Record with { Earlier = null }, Run.Definition.Trials, Run.Finished));
        _desk.OfferUnfinished();
        Advance();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private void Conducting()
    {
        Receive<SearchProtocol.Decided>(Take);
        Receive<SearchProtocol.Chosen>(Validate);
        Receive<SearchProtocol.SearchFailed>(m => End(RunState.Failed, $"{m.Cause.GetType().Name}: {m.Cause.Message}"));
        Receive<Tick>(_ => _desk.OfferOverdue());
        Receive<RunProtocol.StopRun>(_ => Stop(RunState.Stopped, "stopped on request"));
        Receive<RunProtocol.CancelRun>(_ => Stop(RunState.Failed, "cancelled on request"));
        Receive<TrialProtocol.TrialStarted>(_desk.Take);
        Receive<TrialProtocol.TrialFailed>(TrialFailed);
        Receive<TrialProtocol.TrialHandedBack>(_desk.Take);
        Receive<PersistenceProtocol.Stored>(m => Stored(m.Write));
        ReceiveAlways();
    }

    // What is handled alike while the run goes on and while it stops.
    private void ReceiveAlways()
    {
        Receive<TrialProtocol.WindowFinished>(_pruning.Take);
        Receive<TrialProtocol.TrialFinished>(m =>
        {
            if (_pruning.MayEnd(m))
            {
                TrialFinished(m);
            }
        });
        Receive<TrialProtocol.TrialAlive>(_desk.Take);
        Receive<PruningProtocol.Judged>(m => Judged(() => _pruning.Take(m)));
        Receive<PruningProtocol.GivenUp>(_pruning.Take);
        Receive<PruningProtocol.MayEnd>(m => Judged(() =>
        {
            _pruning.Take(m);
            TrialFinished(m.Report);
        }));
        Receive<RunProtocol.GetRun>(_ => Sender.Tell(new RunProtocol.RunStatus(Run.Id, RunState.Running, Run.Definition.Trials, Run.Finished, Run.Underway)));
        Receive<PersistenceProtocol.RunTaken>(_ => Context.Parent.Tell(new ConductorProtocol.RunLost()));
        Receive<PersistenceProtocol.NotStored>(m => End(RunState.Failed, $"The store refused {m.Write.GetType().Name}: {m.Reason}"));
    }

    // While the run stops, the last answer of the pruner may be what it waits for.
    private void Judged(Action take)
    {
        take();
        if (_stoppers.Count > 0)
        {
            EndWhenQuiet();
        }
    }

    private void Advance()
    {
        if (_deciding || _validation is not null || _stoppers.Count > 0)
        {
            return;
        }

        switch (Run.NextStep())
        {
            case RunStep.StartTrials start:
                _deciding = true;
                _search.Tell(new SearchProtocol.Decide(Run, _desk.Order, start.Count, _desk.Elapsed, _desk.Now));
                break;
            case RunStep.Finish:
                _deciding = true;
                _search.Tell(new SearchProtocol.Choose(Run));
                break;
        }
    }

    private void Take(SearchProtocol.Decided decided)
    {
        _desk.Run = decided.Apply(Run);
        if (decided.Trials.IsEmpty)
        {
            _deciding = false;
            Advance();
        }
        else
        {
            _places.Persistence.Tell(new PersistenceProtocol.AddTrials(Run.Id, decided.Trials));
        }
    }

    private void Stored(PersistenceProtocol.IWrite write)
    {
        switch (write)
        {
            case PersistenceProtocol.AddTrials added:
                _deciding = false;
                _desk.Begin(added.Trials);
                Advance();
                break;
            case PersistenceProtocol.SaveAttempt begun:
                _places.Publish(new RunEvent.TrialStarted(Run.Id, begun.Number, begun.Attempt));
                break;
            case PersistenceProtocol.SaveWindow window:
                _places.Publish(new RunEvent.WindowFinished(Run.Id, window.Number, window.Done, window.Total));
                break;
            case PersistenceProtocol.FinishTrial finished:
                _desk.Close(finished.Trial);
                _pruning.Close(finished.Trial);
                _places.Publish(new RunEvent.TrialFinished(Run.Id, finished.Trial));
                Advance();
                break;
        }
    }

    private void TrialFinished(TrialProtocol.TrialFinished report)
    {
        if (_desk.Take(report))
        {
            _validation!.Add(report.Work, report.Result);
            FinishWhenValidated();
        }
    }

    private void TrialFailed(TrialProtocol.TrialFailed report)
    {
        _log.Warning("Run {RunId}, {Work}, attempt {Attempt} failed: {Reason}", Run.Id, report.Work, report.Attempt, report.Reason);
        if (_desk.Take(report) is { } cause)
        {
            End(RunState.Failed, cause);
        }
    }

    private void Validate(SearchProtocol.Chosen chosen)
    {
        if (Run.Trials.Values.All(t => t.State == TrialState.Failed))
        {
            End(RunState.Failed, $"All {Run.Trials.Count} trials failed; the first: {Run.Trials.Values.First().Reason}");
            return;
        }

        _validation = new Validation(Run, chosen);
        _places.Publish(new RunEvent.ValidationStarted(Run.Id, chosen.Best?.Number));
        foreach (var (work, plan) in _validation.Works(_prepared.Backtest, _prepared.Space))
        {
            _desk.Offer(_prepared.Assign(work, plan));
        }
    }

    private void FinishWhenValidated()
    {
        if (Roster.Count > 0)
        {
            return;
        }

        (RunState state, string reason) = _validation!.Conclude(Run);
        End(state, reason);
    }

    private void Stop(RunState state, string reason)
    {
        _asked = (state, reason);
        _stoppers.Add(Sender);
        _desk.Recall();
        Timers.StartSingleTimer(nameof(Impatience), new Impatience(), _settings.StopPatience);
        Become(Stopping);
        EndWhenQuiet();
    }

    // No new trial, no new attempt; ends that are being stored are waited for.
    private void Stopping()
    {
        Receive<RunProtocol.ICommand>(m => m is RunProtocol.StopRun or RunProtocol.CancelRun, _ => _stoppers.Add(Sender));
        Receive<SearchProtocol.Decided>(_ => DropDecision());
        Receive<SearchProtocol.Chosen>(_ => DropDecision());
        Receive<SearchProtocol.SearchFailed>(_ => DropDecision());
        Receive<TrialProtocol.TrialStarted>(m => _desk.Cancel(m.Worker, m.Work));
        Receive<TrialProtocol.TrialFailed>(m =>
        {
            _desk.Acknowledge(m.Worker, m.Work);
            LetGo(m);
        });
        Receive<TrialProtocol.TrialHandedBack>(LetGo);
        Receive<Impatience>(_ => End(_asked.State, _asked.Reason));
        Receive<PersistenceProtocol.Stored>(m => StoredWhileStopping(m.Write));
        ReceiveAlways();
    }

    private void StoredWhileStopping(PersistenceProtocol.IWrite write)
    {
        if (write is PersistenceProtocol.AddTrials added)
        {
            _deciding = false;
            _desk.Run = added.Trials.Aggregate(Run, (run, trial) => run.With(trial));
        }
        else
        {
            Stored(write);
        }

        EndWhenQuiet();
    }

    private void DropDecision()
    {
        _deciding = false;
        EndWhenQuiet();
    }

    private void LetGo(TrialProtocol.IReport report)
    {
        Roster.LetGo(report.Work);
        EndWhenQuiet();
    }

    private void EndWhenQuiet()
    {
        if (!_deciding && !Roster.IsBusy && !_pruning.IsBusy)
        {
            End(_asked.State, _asked.Reason);
        }
    }

    private void End(RunState state, string reason)
    {
        _desk.Recall();
        Validation best = _validation ?? new Validation(Run, _methods.Choose(Run));
        RunOutcome outcome = best.Outcome(state, reason, _desk.Elapsed);
        _places.Persistence.Tell(new PersistenceProtocol.FinishRun(Run.Id, outcome));
        Become(() => Ending(outcome));
    }

    private void Ending(RunOutcome outcome)
    {
        Receive<RunProtocol.ICommand>(m => m is RunProtocol.StopRun or RunProtocol.CancelRun, _ => _stoppers.Add(Sender));
        Receive<PersistenceProtocol.Stored>(m => m.Write is PersistenceProtocol.FinishRun, _ => Close(outcome, null));
        Receive<PersistenceProtocol.NotStored>(m => m.Write is PersistenceProtocol.FinishRun, m => Close(outcome, m.Reason));
        Receive<PersistenceProtocol.RunTaken>(_ => Context.Parent.Tell(new ConductorProtocol.RunLost()));
    }

    private void Close(RunOutcome outcome, string? refusal)
    {
        RunOutcome told = refusal is null ? outcome : outcome with { State = RunState.Failed, Reason = $"The end of the run could not be stored: {refusal}" };
        _places.Publish(new RunEvent.RunFinished(Run.Id, told));
        _stoppers.ForEach(s => s.Tell(new RunProtocol.RunStopped(Run.Id)));
        Context.Parent.Tell(new ConductorProtocol.RunEnded(refusal));
    }

    private sealed record Tick : ILocalMessage;

    private sealed record Impatience : ILocalMessage;
}
