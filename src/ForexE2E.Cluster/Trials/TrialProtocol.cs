using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>What coordinators, the queue and the workers say to each other about one piece of work.</summary>
public static class TrialProtocol
{
    /// <summary>Said by a worker to a run.</summary>
    public interface IReport : IWithRunId
    {
        WorkId Work { get; }

        long Attempt { get; }

        int Worker { get; }
    }

    /// <summary>Coordinator to queue: this work waits. Offering it twice is no error.</summary>
    public sealed record OfferTrial(Assignment Assignment) : IClusterMessage;

    /// <summary>Coordinator to queue: forget what waits of this run.</summary>
    public sealed record WithdrawRun(RunId RunId) : IClusterMessage;

    /// <summary>Worker to queue: it holds a slot and has nothing to do.</summary>
    public sealed record PullTrial(int Worker) : IClusterMessage;

    /// <summary>Worker to queue: it cannot take what it was given.</summary>
    public sealed record ReturnTrial(Assignment Assignment) : IClusterMessage;

    /// <summary>Queue to worker: be there.</summary>
    public sealed record WakeWorker(int Worker) : IWithWorker;

    /// <summary>Queue to worker: do this.</summary>
    public sealed record ExecuteTrial(int Worker, Assignment Assignment) : IWithWorker;

    /// <summary>Coordinator to worker: stop, and hand the work back.</summary>
    public sealed record CancelTrial(int Worker, RunId RunId, WorkId Work) : IWithWorker;

    /// <summary>Coordinator to worker: the end you reported is stored; report it no more.</summary>
    public sealed record TrialStored(int Worker, RunId RunId, WorkId Work) : IWithWorker;

    /// <summary>The work was begun.</summary>
    public sealed record TrialStarted(RunId RunId, WorkId Work, long Attempt, int Worker) : IReport;

    /// <summary>The work is still under way: a sign of life between windows.</summary>
    public sealed record TrialAlive(RunId RunId, WorkId Work, long Attempt, int Worker) : IReport;

    /// <summary>One window is done.</summary>
    /// <param name="Done">Windows done so far.</param>
    /// <param name="Total">Windows of the work.</param>
    public sealed record WindowFinished(RunId RunId, WorkId Work, long Attempt, int Worker, WindowResult Window, int Done, int Total) : IReport;

    /// <summary>All windows are done; repeated until <see cref="TrialStored"/>.</summary>
    public sealed record TrialFinished(RunId RunId, WorkId Work, long Attempt, int Worker, TrialResult Result) : IReport;

    /// <summary>The work failed by an error; repeated until <see cref="TrialStored"/>.</summary>
    public sealed record TrialFailed(RunId RunId, WorkId Work, long Attempt, int Worker, string Reason) : IReport;

    /// <summary>The work was given up on request or because the worker moves; its windows are stored.</summary>
    public sealed record TrialHandedBack(RunId RunId, WorkId Work, long Attempt, int Worker) : IReport;
}
