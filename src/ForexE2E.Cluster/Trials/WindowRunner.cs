using System.Diagnostics;
using Akka.Actor;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>Computes windows for the worker that holds its slot, on the backtest dispatcher, where blocking a thread is the purpose.</summary>
internal sealed class WindowRunner : ReceiveActor
{
    private readonly NodeCounts _counts = NodeTelemetry.Of(Context.System).Counts;

    public WindowRunner(int niceness)
    {
        Receive<WindowProtocol.RunWindow>(m => Compute(niceness, m.Assignment, () =>
            new WindowProtocol.WindowDone(m.Assignment, Measured(m))));
        Receive<WindowProtocol.JoinWindows>(m => Compute(niceness, m.Assignment, () =>
            new WindowProtocol.WindowsJoined(m.Assignment, Verdict.Of(m.Assignment, m.Backtest, m.Windows))));
    }

    private WindowResult Measured(WindowProtocol.RunWindow work)
    {
        Assignment trial = work.Assignment;
        using Activity? span = Spans.Window(trial.TraceParent, trial.RunId, trial.Work.ToString(), trial.Attempt, work.Window.Index);
        long begun = Stopwatch.GetTimestamp();
        TimeSpan before = ThreadTime.Now;
        WindowResult window = work.Backtest.RunWindow(work.Window, work.Assignment.Plan, work.Cancellation);
        _counts.WindowDone(Stopwatch.GetElapsedTime(begun));
        return window with { CpuTime = ThreadTime.Now - before };
    }

    private void Compute(int niceness, Assignment work, Func<WindowProtocol.IAnswer> computation)
    {
        ThreadNiceness.Apply(niceness);
        WindowProtocol.IAnswer answer;
        try
        {
            answer = computation();
        }
        catch (OperationCanceledException)
        {
            answer = new WindowProtocol.WindowCancelled(work);
        }
#pragma warning disable CA1031 // A failed trial is a row, not an outage: whatever a backtest throws is its cause.
        catch (Exception e)
#pragma warning restore CA1031
        {
            answer = new WindowProtocol.WindowFailed(work, e);
        }

        Sender.Tell(answer);
    }
}
