using Akka.Actor;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// Stands between a run's work desk and its pruner: windows are judged before they are stored, and an end waits until all
/// windows before it are judged. Without a pruner everything passes at once. Used by one actor alone.
/// </summary>
internal sealed class PruningDesk(WorkDesk desk, IActorRef? pruner)
{
    private int _asked;

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsBusy => _asked > 0;

    /// <summary>The desk of a run, with a pruner of its own as a child of the present actor when the run prunes.</summary>
    public static PruningDesk Open(PreparedRun prepared, RunParts parts, WorkDesk desk, IUntypedActorContext context)
    {
        if (prepared.Run.Definition.Pruner is null)
        {
            return new PruningDesk(desk, null);
        }

        Props props = Props.Create(() => new PruningActor(prepared, parts)).WithDispatcher("forexe2e.compute.dispatcher");
        return new PruningDesk(desk, context.ActorOf(props, "pruner"));
    }

    public void Take(TrialProtocol.WindowFinished report)
    {
        if (!desk.Take(report))
        {
            return;
        }

        if (pruner is null)
        {
            desk.Save(report);
        }
        else
        {
            _asked++;
            pruner.Tell(new PruningProtocol.Judge(report));
        }
    }

    /// <summary>Has a judged window stored, unless its trial has ended meanwhile.</summary>
    public void Take(PruningProtocol.Judged answer)
    {
        _asked--;
        if (desk.Roster.Find(answer.Report.Work) is { HasEnded: false })
        {
            desk.Save(answer.Report);
        }
    }

    /// <summary>Ends a trial that was given up and stops its worker.</summary>
    public void Take(PruningProtocol.GivenUp verdict)
    {
        var work = WorkId.Of(verdict.Number);
        if (desk.Roster.Find(work) is not { HasEnded: false } entry)
        {
            return;
        }

        if (entry.Worker is { } worker)
        {
            desk.Cancel(worker, work);
        }

        desk.Record(entry, entry.Worker, t => t with
        {
            State = TrialState.Pruned,
            Reason = verdict.Reason,
            Result = verdict.Result,
            Windows = verdict.Windows,
        });
    }

    /// <summary>Whether an end may be recorded now; if not, the pruner is asked first.</summary>
    public bool MayEnd(TrialProtocol.TrialFinished report)
    {
        if (pruner is null || !report.Work.IsTrial || desk.Roster.Find(report.Work) is not { HasEnded: false })
        {
            return true;
        }

        _asked++;
        pruner.Tell(new PruningProtocol.AskEnd(report));
        return false;
    }

    public void Take(PruningProtocol.MayEnd _) => _asked--;

    /// <summary>Tells the pruner that the end of a trial is stored.</summary>
    public void Close(Trial trial) => pruner?.Tell(new PruningProtocol.Ended(trial));
}
