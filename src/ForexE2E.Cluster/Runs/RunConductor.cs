using System.Collections.Immutable;
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
    private readonly TimeProvider _time;
    private readonly RunSettings _settings;
    private readonly SearchMethods _methods;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Roster _roster;
    private readonly IActorRef _search;
    private readonly long _openedAt;
    private readonly List<IActorRef> _stoppers = [];
    private Run _run;
    private ImmutableArray<int> _order;
    private Validation? _validation;
    private bool _deciding;

    public RunConductor(PreparedRun prepared, RunParts parts)
    {
        (_prepared, _places, _time, _settings, _methods) = (prepared, parts.Places, parts.Time, parts.Settings, parts.Methods);
        _run = prepared.Run;
        _order = Observations.OrderOf(_run);
        _openedAt = _time.GetTimestamp();
        _roster = new Roster(parts.Settings, parts.Time);
        Props search = Props.Create(() => new SearchActor(prepared.Run.Definition, prepared.Space, parts.Methods));
        _search = Context.ActorOf(search.WithDispatcher("forexe2e.compute.dispatcher"), "search");
        Conducting();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Tick), Tick.Instance, _settings.OfferInterval);
        _places.Publish(new RunEvent.RunStarted(_run.Id, _run.Record, _run.Definition.Trials, _run.Finished));
        foreach (Trial trial in _run.Trials.Values.Where(t => !t.IsFinished))
        {
            Offer(_roster.Add(_prepared.Assign(trial)).Assignment);
        }

        Advance();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private void Conducting()
    {
        Receive<SearchProtocol.Decided>(Take);
        Receive<SearchProtocol.Chosen>(Validate);
        Receive<SearchProtocol.SearchFailed>(m => End(RunState.Failed, $"{m.Cause.GetType().Name}: {m.Cause.Message}"));
        Receive<Tick>(_ => OfferOverdue());
        Receive<RunProtocol.StopRun>(_ => Stop());
        Receive<TrialProtocol.TrialFailed>(TrialFailed);
        Receive<TrialProtocol.TrialHandedBack>(TrialHandedBack);
        ReceiveReports();
        ReceiveStored();
    }

    // What is handled alike while the run goes on and while it stops.
    private void ReceiveReports()
    {
        Receive<TrialProtocol.TrialStarted>(TrialStarted);
        Receive<TrialProtocol.WindowFinished>(WindowFinished);
        Receive<TrialProtocol.TrialFinished>(TrialFinished);
        Receive<TrialProtocol.TrialAlive>(TrialAlive);
        Receive<RunProtocol.GetRun>(_ => Sender.Tell(
            new RunProtocol.RunStatus(_run.Id, RunState.Running, _run.Definition.Trials, _run.Finished, _run.Underway)));
    }

    private void ReceiveStored()
    {
        Receive<PersistenceProtocol.Stored>(m => Stored(m.Write));
        Receive<PersistenceProtocol.NotStored>(m => End(RunState.Failed, $"The store refused {m.Write.GetType().Name}: {m.Reason}"));
    }

    private void Advance()
    {
        if (_deciding || _validation is not null || _stoppers.Count > 0)
        {
            return;
        }

        switch (_run.NextStep())
        {
            case RunStep.StartTrials start:
                _deciding = true;
                _search.Tell(new SearchProtocol.Decide(_run, _order, start.Count, Elapsed, Now));
                break;
            case RunStep.Finish:
                _deciding = true;
                _search.Tell(new SearchProtocol.Choose(_run));
                break;
        }
    }

    private void Take(SearchProtocol.Decided decided)
    {
        if (decided.StopReason is { } reason)
        {
            _deciding = false;
            _run = _run with { StopReason = reason };
            Advance();
        }
        else
        {
            _places.Persistence.Tell(new PersistenceProtocol.AddTrials(_run.Id, decided.Trials));
        }
    }

    private void Stored(PersistenceProtocol.IWrite write)
    {
        switch (write)
        {
            case PersistenceProtocol.AddTrials added:
                TrialsAdded(added.Trials);
                break;
            case PersistenceProtocol.SaveAttempt begun:
                _places.Publish(new RunEvent.TrialStarted(_run.Id, begun.Number, begun.Attempt));
                break;
            case PersistenceProtocol.SaveWindow window:
                _places.Publish(new RunEvent.WindowFinished(_run.Id, window.Number, window.Done, window.Total));
                break;
            case PersistenceProtocol.FinishTrial finished:
                TrialEnded(finished.Trial);
                break;
        }
    }

    private void TrialsAdded(ImmutableArray<Trial> trials)
    {
        _deciding = false;
        foreach (Trial trial in trials)
        {
            _run = _run.With(trial);
            Offer(_roster.Add(_prepared.Assign(trial)).Assignment);
        }

        Advance();
    }

    private void TrialEnded(Trial trial)
    {
        _run = _run.With(trial);
        _order = _order.Add(trial.Number.Value);
        var work = WorkId.Of(trial.Number);
        if (_roster.Find(work)?.Worker is { } worker)
        {
            Acknowledge(worker, work);
        }

        _roster.Remove(work);
        _places.Publish(new RunEvent.TrialFinished(_run.Id, trial));
        Advance();
    }

    private void TrialStarted(TrialProtocol.TrialStarted report)
    {
        if (!_roster.Hear(report))
        {
            return;
        }

        if (report.Work.IsTrial)
        {
            Trial trial = _run.Trials[report.Work.Trial];
            _run = _run.With(trial with { State = TrialState.Running, Attempts = report.Attempt });
            _places.Persistence.Tell(new PersistenceProtocol.SaveAttempt(_run.Id, report.Work.Trial, report.Attempt));
        }
    }

    private void TrialAlive(TrialProtocol.TrialAlive report)
    {
        _roster.Hear(report);
        if (_roster.Find(report.Work) is null)
        {
            _places.Workers.Tell(new TrialProtocol.CancelTrial(report.Worker, _run.Id, report.Work));
        }
    }

    private void WindowFinished(TrialProtocol.WindowFinished report)
    {
        _roster.Hear(report);
        if (_roster.Find(report.Work) is not { HasEnded: false } entry)
        {
            return;
        }

        entry.Add(report.Window);
        if (report.Work.IsTrial)
        {
            _places.Persistence.Tell(new PersistenceProtocol.SaveWindow(_run.Id, report.Work.Trial, report.Window, report.Done, report.Total));
        }
    }

    // Any attempt may report the end: equal arguments give equal results, and the first one counts.
    private void TrialFinished(TrialProtocol.TrialFinished report)
    {
        if (_roster.Find(report.Work) is not { } entry)
        {
            Acknowledge(report.Worker, report.Work);
        }
        else if (!entry.HasEnded && report.Work.IsTrial)
        {
            Record(entry, report.Worker, t => t with { State = TrialState.Completed, Result = report.Result });
        }
        else if (!entry.HasEnded && _validation is not null)
        {
            _roster.Remove(report.Work);
            _validation.Add(report.Work.Kind, report.Result);
            Acknowledge(report.Worker, report.Work);
            FinishWhenValidated();
        }
    }

    private void TrialFailed(TrialProtocol.TrialFailed report)
    {
        if (_roster.Find(report.Work) is not { HasEnded: false } entry || entry.Assignment.Attempt != report.Attempt)
        {
            Acknowledge(report.Worker, report.Work);
        }
        else if (_roster.Fail(entry) is { } next)
        {
            _log.Warning("Run {0}, {1} is tried again: {2}", _run.Id, report.Work, report.Reason);
            Acknowledge(report.Worker, report.Work);
            Offer(next);
        }
        else if (report.Work.IsTrial)
        {
            Record(entry, report.Worker, t => t with { State = TrialState.Failed, Reason = report.Reason });
        }
        else
        {
            Acknowledge(report.Worker, report.Work);
            End(RunState.Failed, $"{report.Work} failed: {report.Reason}");
        }
    }

    private void TrialHandedBack(TrialProtocol.TrialHandedBack report)
    {
        if (_roster.Find(report.Work) is { HasEnded: false } entry && entry.Assignment.Attempt == report.Attempt)
        {
            Offer(_roster.TryAgain(entry));
        }
    }

    private void Record(RosterEntry entry, int worker, Func<Trial, Trial> end)
    {
        entry.HasEnded = true;
        entry.Worker = worker;
        Trial trial = _run.Trials[entry.Assignment.Work.Trial];
        Trial ended = end(trial) with { Attempts = Math.Max(trial.Attempts, 1), FinishedAt = Now };
        _places.Persistence.Tell(new PersistenceProtocol.FinishTrial(_run.Id, ended));
    }

    private void Validate(SearchProtocol.Chosen chosen)
    {
        if (_run.Trials.Values.All(t => t.State == TrialState.Failed))
        {
            End(RunState.Failed, $"All {_run.Trials.Count} trials failed; the first: {_run.Trials.Values.First().Reason}");
            return;
        }

        _validation = new Validation(chosen);
        _places.Publish(new RunEvent.ValidationStarted(_run.Id, chosen.Best?.Number));
        foreach (var (work, parameters) in _validation.Works(_prepared.Backtest, _prepared.Space))
        {
            Offer(_roster.Add(_prepared.Assign(work, parameters)).Assignment);
        }
    }

    private void FinishWhenValidated()
    {
        if (_roster.Count == 0)
        {
            string reason = _run.StopReason ?? $"{_run.Trials.Count} trials finished";
            string doubt = "the chosen trial, measured once more, gave other figures than before: the backtest does not repeat itself";
            End(_validation!.Contradicts ? RunState.Failed : RunState.Completed, _validation.Contradicts ? $"{reason}, but {doubt}" : reason);
        }
    }

    private void Stop()
    {
        _stoppers.Add(Sender);
        _places.Queue.Tell(new TrialProtocol.WithdrawRun(_run.Id));
        foreach (RosterEntry entry in _roster.Begun)
        {
            _places.Workers.Tell(new TrialProtocol.CancelTrial(entry.Worker!.Value, _run.Id, entry.Assignment.Work));
        }

        Timers.StartSingleTimer(nameof(Impatience), Impatience.Instance, _settings.StopPatience);
        Become(Stopping);
        EndWhenQuiet();
    }

    // No new trial, no new attempt; ends that are being stored are waited for.
    private void Stopping()
    {
        Receive<RunProtocol.StopRun>(_ => _stoppers.Add(Sender));
        Receive<SearchProtocol.Decided>(_ => DecisionDropped());
        Receive<SearchProtocol.Chosen>(_ => DecisionDropped());
        Receive<SearchProtocol.SearchFailed>(_ => DecisionDropped());
        Receive<TrialProtocol.TrialStarted>(m => _places.Workers.Tell(new TrialProtocol.CancelTrial(m.Worker, _run.Id, m.Work)));
        Receive<TrialProtocol.TrialFailed>(m => LetGo(m, acknowledge: true));
        Receive<TrialProtocol.TrialHandedBack>(m => LetGo(m, acknowledge: false));
        Receive<Impatience>(_ => End(RunState.Stopped, "stopped on request"));
        Receive<Tick>(_ => { });
        ReceiveReports();
        Receive<PersistenceProtocol.Stored>(m =>
        {
            _deciding &= m.Write is not PersistenceProtocol.AddTrials;
            if (m.Write is PersistenceProtocol.AddTrials added)
            {
                _run = added.Trials.Aggregate(_run, (run, trial) => run.With(trial));
            }
            else
            {
                Stored(m.Write);
            }

            EndWhenQuiet();
        });
        Receive<PersistenceProtocol.NotStored>(m => End(RunState.Failed, $"The store refused {m.Write.GetType().Name}: {m.Reason}"));
    }

    private void DecisionDropped()
    {
        _deciding = false;
        EndWhenQuiet();
    }

    private void LetGo(TrialProtocol.IReport report, bool acknowledge)
    {
        if (acknowledge)
        {
            Acknowledge(report.Worker, report.Work);
        }

        if (_roster.Find(report.Work) is { HasEnded: false } entry)
        {
            entry.Worker = null;
        }

        EndWhenQuiet();
    }

    private void EndWhenQuiet()
    {
        if (!_deciding && !_roster.IsBusy)
        {
            End(RunState.Stopped, "stopped on request");
        }
    }

    private void End(RunState state, string reason)
    {
        _places.Queue.Tell(new TrialProtocol.WithdrawRun(_run.Id));
        foreach (RosterEntry entry in _roster.Begun)
        {
            _places.Workers.Tell(new TrialProtocol.CancelTrial(entry.Worker!.Value, _run.Id, entry.Assignment.Work));
        }

        Validation best = _validation ?? new Validation(_methods.Choose(_run));
        var outcome = new RunOutcome(state, reason, best.Best?.Number, best.Front, best.Results, Elapsed);
        _places.Persistence.Tell(new PersistenceProtocol.FinishRun(_run.Id, outcome));
        Become(() => Ending(outcome));
    }

    private void Ending(RunOutcome outcome)
    {
        Receive<RunProtocol.StopRun>(_ => _stoppers.Add(Sender));
        Receive<PersistenceProtocol.Stored>(m => m.Write is PersistenceProtocol.FinishRun, _ => Close(outcome, null));
        Receive<PersistenceProtocol.NotStored>(m => m.Write is PersistenceProtocol.FinishRun, m => Close(outcome, m.Reason));
        ReceiveAny(_ => { });
    }

    private void Close(RunOutcome outcome, string? refusal)
    {
        RunOutcome told = refusal is null ? outcome : outcome with { State = RunState.Failed, Reason = $"The end of the run could not be stored: {refusal}" };
        _places.Publish(new RunEvent.RunFinished(_run.Id, told));
        _stoppers.ForEach(s => s.Tell(new RunProtocol.RunStopped(_run.Id)));
        Context.Parent.Tell(new ConductorProtocol.RunEnded(refusal));
    }

    private void OfferOverdue()
    {
        foreach (Assignment assignment in _roster.Overdue())
        {
            Offer(assignment);
        }
    }

    private void Offer(Assignment assignment) => _places.Queue.Tell(new TrialProtocol.OfferTrial(assignment));

    private void Acknowledge(int worker, WorkId work) => _places.Workers.Tell(new TrialProtocol.TrialStored(worker, _run.Id, work));

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private TimeSpan Elapsed => _prepared.Earlier + _time.GetElapsedTime(_openedAt);

    private sealed record Tick : ILocalMessage
    {
        public static Tick Instance { get; } = new();
    }

    private sealed record Impatience : ILocalMessage
    {
        public static Impatience Instance { get; } = new();
    }
}
