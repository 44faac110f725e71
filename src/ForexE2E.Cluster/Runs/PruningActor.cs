using Akka.Actor;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// Holds the pruner of one run, on the compute dispatcher. Its life: remember the windows of the trials that had ended,
/// trial by trial so that memory stays flat; judge again what trials under way had done; judge what comes.
/// </summary>
internal sealed class PruningActor : ReceiveActor, IWithStash, IWithTimers
{
    private const int MostTries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly PreparedRun _prepared;
    private readonly IActorRef _persistence;
    private readonly WindowJudge _judge;
    private readonly Queue<Trial> _past;
    private int _tries;

    public PruningActor(PreparedRun prepared, RunParts parts)
    {
        (_prepared, _persistence) = (prepared, parts.Places.Persistence);
        Run run = prepared.Run;
        _judge = new WindowJudge(() => parts.Methods.Pruner(run.Definition, prepared.Backtest.InSample.Length), prepared.Backtest, run.Definition);
        _past = new Queue<Trial>(Observations.OrderOf(run).Select(n => run.Trials[new TrialNumber(n)]).Where(t => t.IsFinished));
        Remembering();
    }

    public IStash Stash { get; set; } = null!;

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => LoadNext();

    private void Remembering()
    {
        Receive<PersistenceProtocol.WindowsLoaded>(m => Answer(() =>
        {
            _tries = 0;
            _judge.Remember(_past.Dequeue(), m.Windows);
            LoadNext();
        }));
        Receive<PersistenceProtocol.WindowsNotLoaded>(m => LoadAgain(m.Reason));
        Receive<Again>(_ => LoadNext());
        ReceiveAny(_ => Stash.Stash());
    }

    private void LoadNext()
    {
        if (_past.TryPeek(out Trial? trial))
        {
            _persistence.Tell(new PersistenceProtocol.LoadWindows(_prepared.Run.Id, trial.Number));
            return;
        }

        Answer(JudgeAgain);
        Become(Judging);
        Stash.UnstashAll();
    }

    private void LoadAgain(string reason)
    {
        if (++_tries >= MostTries)
        {
            Context.Parent.Tell(new SearchProtocol.SearchFailed(new RunStoreException($"The windows of trial {_past.Peek().Number} cannot be read: {reason}")));
            return;
        }

        Timers.StartSingleTimer(nameof(Again), new Again(), Pause);
    }

    // The last verdict may have been lost with the process: the same windows give it again.
    private void JudgeAgain()
    {
        foreach (Trial trial in _prepared.Run.Open)
        {
            foreach (WindowResult window in _prepared.Windows.GetValueOrDefault(trial.Number, []))
            {
                Say(_judge.Judge(trial.Number, window));
            }
        }
    }

    private void Judging()
    {
        Receive<PruningProtocol.Judge>(m => Answer(() =>
        {
            PruningProtocol.GivenUp? verdict = _judge.Judge(m.Report.Work.Trial, m.Report.Window);
            Context.Parent.Tell(new PruningProtocol.Judged(m.Report));
            Say(verdict);
        }));
        Receive<PruningProtocol.AskEnd>(m => Context.Parent.Tell(new PruningProtocol.MayEnd(m.Report)));
        Receive<PruningProtocol.Ended>(m => Answer(() => _judge.End(m.Trial)));
    }

    private static void Say(PruningProtocol.GivenUp? verdict)
    {
        if (verdict is not null)
        {
            Context.Parent.Tell(verdict);
        }
    }

    private static void Answer(Action judgement)
    {
        try
        {
            judgement();
        }
#pragma warning disable CA1031 // Whatever a pruner throws ends the run with that cause, and not the node.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Context.Parent.Tell(new SearchProtocol.SearchFailed(e));
        }
    }

    private sealed record Again : ILocalMessage;
}
