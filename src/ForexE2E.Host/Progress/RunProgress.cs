using System.Collections.Immutable;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Host.Progress;

/// <summary>How far a run is, as its stored facts tell. Immutable; every fact gives a new value.</summary>
internal sealed record RunProgress
{
    /// <summary>UTC, when this process began to watch.</summary>
    public required DateTime Since { get; init; }

    public int Planned { get; init; }

    /// <summary>Trials that have ended, those of earlier processes included.</summary>
    public int Finished { get; init; }

    public int Failed { get; init; }

    /// <summary>Trials given up early.</summary>
    public int Pruned { get; init; }

    /// <summary>Windows of every trial.</summary>
    public int WindowsATrial { get; init; }

    /// <summary>Windows computed while this process watched.</summary>
    public int WindowsDone { get; init; }

    /// <summary>UTC, when the first trial ended while this process watched; null before.</summary>
    public DateTime? PaceSince { get; init; }

    /// <summary>Windows computed until then.</summary>
    public int WindowsBeforePace { get; init; }

    /// <summary>Trials that ended while this process watched.</summary>
    public int TrialsEnded { get; init; }

    /// <summary>Windows they ran.</summary>
    public double WindowsOfEnded { get; init; }

    /// <summary>Windows done of each trial under way.</summary>
    public ImmutableSortedDictionary<TrialNumber, int> Underway { get; init; } = ImmutableSortedDictionary<TrialNumber, int>.Empty;

    /// <summary>The best feasible trial so far; null while there is none.</summary>
    public TrialNumber? Best { get; init; }

    public double? BestScore { get; init; }

    public double? BestSharpe { get; init; }

    /// <summary>The search has ended and the chosen set is being measured.</summary>
    public bool IsValidating { get; init; }

    public bool IsOver { get; init; }

    /// <summary>The progress after one more fact.</summary>
    public RunProgress After(RunEvent fact) => fact switch
    {
        RunEvent.RunStarted started => this with { Planned = started.Planned, Finished = started.Finished, WindowsATrial = started.Record.InSampleWindows },
        RunEvent.TrialStarted started => this with { Underway = Underway.SetItem(started.Number, Underway.GetValueOrDefault(started.Number)) },
        RunEvent.WindowFinished window => this with { WindowsDone = WindowsDone + 1, Underway = Underway.SetItem(window.Number, window.Done) },
        RunEvent.TrialFinished finished => AfterTrial(finished.Trial).Paced(finished.Trial),
        RunEvent.ValidationStarted => this with { IsValidating = true },
        RunEvent.RunFinished => this with { IsOver = true },
        _ => this,
    };

    /// <summary>The progress of a resumed run: the trials it had are counted and the best of them known.</summary>
    public RunProgress With(Run run) => run.Trials.Values.Where(t => t.IsFinished)
        .Aggregate(this with { Planned = run.Definition.Trials, Finished = 0 }, (progress, trial) => progress.AfterTrial(trial));

    /// <summary>
    /// Time left at the pace since the first trial ended here: before that, every window waits for its fits, which all later
    /// trials share. Trials are expected to run as many windows as those so far. Null while there is no pace.
    /// </summary>
    public TimeSpan? Remaining(DateTime now)
    {
        int paced = WindowsDone - WindowsBeforePace;
        if (PaceSince is not { } since || paced <= 0)
        {
            return null;
        }

        double left = ((Planned - Finished) * WindowsOfEnded / TrialsEnded) - Underway.Values.Sum();
        return left < 0 ? null : (now - since) / paced * left;
    }

    private RunProgress Paced(Trial ended) => this with
    {
        PaceSince = PaceSince ?? ended.FinishedAt,
        WindowsBeforePace = PaceSince is null ? WindowsDone : WindowsBeforePace,
        TrialsEnded = TrialsEnded + 1,
        WindowsOfEnded = WindowsOfEnded + (ended.Windows ?? WindowsATrial),
    };

    private RunProgress AfterTrial(Trial trial)
    {
        RunProgress next = this with
        {
            Finished = Finished + 1,
            Failed = Failed + (trial.State == TrialState.Failed ? 1 : 0),
            Pruned = Pruned + (trial.State == TrialState.Pruned ? 1 : 0),
            Underway = Underway.Remove(trial.Number),
        };
        return trial.IsSelectable() && trial.Result is { Score: { } score } result && (BestScore is null || score > BestScore)
            ? next with { Best = trial.Number, BestScore = score, BestSharpe = result.Metrics.SharpeRatio }
            : next;
    }
}
