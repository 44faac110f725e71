using System.Collections.Immutable;
using Akka.Actor;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// A run's work as its conductor sees it: the run, the order in which its trials ended, and who does what. Hands work out,
/// takes reports in, has them stored; decides nothing. Used by one actor alone.
/// </summary>
internal sealed class WorkDesk(PreparedRun prepared, RunParts parts)
{
    private readonly RunPlaces _places = parts.Places;
    private readonly long _openedAt = parts.Time.GetTimestamp();

    public Run Run { get; set; } = prepared.Run;

    /// <summary>Numbers of the ended trials in the order of recording.</summary>
    public TrialOrder Order { get; private set; } = Observations.OrderOf(prepared.Run);

    public Roster Roster { get; } = new(parts.Settings, parts.Time);

    /// <summary>UTC.</summary>
    public DateTime Now => parts.Time.GetUtcNow().UtcDateTime;

    /// <summary>Time the run has taken, earlier periods included.</summary>
    public TimeSpan Elapsed => prepared.Earlier + parts.Time.GetElapsedTime(_openedAt);

    /// <summary>Offers again what was begun before this period.</summary>
    public void OfferUnfinished()
    {
        foreach (Trial trial in Run.Open)
        {
            if (trial.Attempts > 0 && parts.Settings.AdoptWithin > TimeSpan.Zero)
            {
                Roster.Await(Framed(prepared.Assign(trial)));
            }
            else
            {
                Offer(prepared.Assign(trial));
            }

            Run = Run.With(trial with { CpuTime = Roster.Find(WorkId.Of(trial.Number))?.CpuTime });
        }
    }

    /// <summary>Puts new trials, which are stored, on the roster and offers them.</summary>
    public void Begin(ImmutableArray<Trial> trials)
    {
        foreach (Trial trial in trials)
        {
            Run = Run.With(trial);
            Offer(prepared.Assign(trial));
        }
    }

    /// <summary>Puts work on the roster and offers it.</summary>
    public void Offer(Assignment assignment) => OfferAgain(Roster.Add(Framed(assignment)).Assignment);

    // Attempts of another epoch, before this coordinator or after it, are never mistaken for its own.
    private Assignment Framed(Assignment assignment) =>
        assignment with { Attempt = AttemptNumber.Of(prepared.Epoch, assignment.Attempt), Priority = Run.Priority, TraceParent = _places.Telemetry?.Runs.ParentOf(Run.Id) };

    /// <summary>Offers work that is on the roster.</summary>
    public void OfferAgain(Assignment assignment) => _places.Queue.Tell(new TrialProtocol.OfferTrial(assignment));

    /// <summary>Offers what is overdue; a trial that has lost its worker too often is stored as failed.</summary>
    public void OfferOverdue()
    {
        foreach (RosterEntry entry in Roster.LostTooOften().Where(e => e.Assignment.Work.IsTrial))
        {
            Record(entry, entry.Worker!.Value, t => t with
            {
                State = TrialState.Failed,
                Reason = FormattableString.Invariant($"Its worker fell silent {entry.Losses + 1} times in a row while it computed this trial: the process may have died of it."),
            });
        }

        foreach (Assignment assignment in Roster.Overdue())
        {
            OfferAgain(assignment);
        }
    }

    /// <summary>Takes back all that waits and stops all that is under way.</summary>
    public void Recall()
    {
        _places.Queue.Tell(new TrialProtocol.WithdrawRun(Run.Id));
        foreach (RosterEntry entry in Roster.Begun)
        {
            Cancel(entry.Worker!.Value, entry.Assignment.Work);
        }
    }

    public void Cancel(int worker, WorkId work) => _places.Workers.Tell(new TrialProtocol.CancelTrial(worker, Run.Id, work));

    public void Acknowledge(int worker, WorkId work) => _places.Workers.Tell(new TrialProtocol.TrialStored(worker, Run.Id, work));

    public void Take(TrialProtocol.TrialStarted report)
    {
        if (Roster.Find(report.Work) is null)
        {
            // It ended while it waited, as when a resumed run's pruner gave it up.
            Cancel(report.Worker, report.Work);
        }
        else if (Roster.Hear(report) && report.Work.IsTrial)
        {
            Run = Run.With(Run.Trials[report.Work.Trial] with { State = TrialState.Running, Attempts = AttemptNumber.CountOf(report.Attempt) });
            _places.Persistence.Tell(new PersistenceProtocol.SaveAttempt(Run.Id, report.Work.Trial, AttemptNumber.CountOf(report.Attempt)));
        }
    }

    public void Take(TrialProtocol.TrialAlive report)
    {
        Roster.Hear(report);
        if (Roster.Find(report.Work) is not { } entry || IsSuperseded(entry, report))
        {
            Cancel(report.Worker, report.Work);
        }
    }

    // A worker that was presumed dead and is back, while another computes the same.
    private static bool IsSuperseded(RosterEntry entry, TrialProtocol.IReport report) =>
        entry.Assignment.Attempt > report.Attempt && entry.Worker is { } worker && worker != report.Worker;

    /// <summary>Notes a window; whether it is of a trial under way, and so to be stored.</summary>
    public bool Take(TrialProtocol.WindowFinished report)
    {
        Roster.Hear(report);
        if (Roster.Find(report.Work) is not { HasEnded: false } entry)
        {
            return false;
        }

        entry.Add(report.Window);
        if (report.Work.IsTrial)
        {
            Run = Run.With(Run.Trials[report.Work.Trial] with { CpuTime = entry.CpuTime });
        }

        return report.Work.IsTrial;
    }

    /// <summary>Has a window stored.</summary>
    public void Save(TrialProtocol.WindowFinished report) =>
        _places.Persistence.Tell(new PersistenceProtocol.SaveWindow(Run.Id, report.Work.Trial, report.Window, report.Done, report.Total));

    /// <summary>
    /// Notes that work is done; whether it is a measurement after the search, which is not stored by itself. Any attempt may
    /// report the end: equal arguments give equal results, and the first one counts.
    /// </summary>
    public bool Take(TrialProtocol.TrialFinished report)
    {
        if (Roster.Find(report.Work) is not { } entry)
        {
            Acknowledge(report.Worker, report.Work);
            return false;
        }

        if (entry.HasEnded)
        {
            return false;
        }

        if (report.Work.IsTrial)
        {
            Record(entry, report.Worker, t => t with { State = TrialState.Completed, Result = report.Result, Windows = prepared.Backtest.InSample.Length });
            return false;
        }

        Roster.Remove(report.Work);
        Acknowledge(report.Worker, report.Work);
        return true;
    }

    /// <summary>Notes an error: the next attempt is offered, or the trial stored as failed; the cause when a measurement after the search failed for good.</summary>
    public string? Take(TrialProtocol.TrialFailed report)
    {
        if (Roster.Find(report.Work) is not { HasEnded: false } entry || entry.Assignment.Attempt != report.Attempt)
        {
            Acknowledge(report.Worker, report.Work);
        }
        else if (Roster.Fail(entry) is { } next)
        {
            Acknowledge(report.Worker, report.Work);
            OfferAgain(next);
        }
        else if (report.Work.IsTrial)
        {
            Record(entry, report.Worker, t => t with { State = TrialState.Failed, Reason = report.Reason, Windows = entry.Windows });
        }
        else
        {
            Acknowledge(report.Worker, report.Work);
            return $"{report.Work} failed: {report.Reason}";
        }

        return null;
    }

    public void Take(TrialProtocol.TrialHandedBack report)
    {
        if (Roster.Find(report.Work) is { HasEnded: false } entry && entry.Assignment.Attempt == report.Attempt)
        {
            OfferAgain(Roster.TryAgain(entry));
        }
    }

    /// <summary>Has the end of a trial stored.</summary>
    /// <param name="worker">Who waits for the acknowledgement; null when nobody has begun it.</param>
    public void Record(RosterEntry entry, int? worker, Func<Trial, Trial> end)
    {
        entry.HasEnded = true;
        entry.Worker = worker;
        Trial trial = Run.Trials[entry.Assignment.Work.Trial];
        Trial ended = end(trial) with { Attempts = Math.Max(trial.Attempts, 1), CpuTime = entry.CpuTime, FinishedAt = Now };
        _places.Persistence.Tell(new PersistenceProtocol.FinishTrial(Run.Id, ended));
    }

    /// <summary>Notes that the end of a trial is stored, and acknowledges it.</summary>
    public void Close(Trial trial)
    {
        Run = Run.With(trial.WithoutRegimeResults());
        Order = Order.Add(trial.Number.Value);
        var work = WorkId.Of(trial.Number);
        if (Roster.Find(work)?.Worker is { } worker)
        {
            Acknowledge(worker, work);
        }

        Roster.Remove(work);
    }
}
