using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Progress;

namespace ForexE2E.Host.Tests.Progress;

public sealed class RunProgressTests
{
    private static readonly DateTime Noon = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly RunId Id = new(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));

    private static readonly RunProgress Begun = new RunProgress { Since = Noon }
        .After(new RunEvent.RunStarted(Id, new RunRecord("hash", "1", "cpu", [], [], 10, 2), Planned: 4, Finished: 0));

    [Fact]
    public void The_best_is_the_feasible_trial_of_the_greatest_score()
    {
        RunProgress p = Begun.After(Ended(0, score: 1)).After(Ended(1, score: 9, violation: 0.5)).After(Ended(2, score: 0.5));
        Assert.Equal((3, new TrialNumber(0), 1.0), (p.Finished, p.Best, p.BestScore));
    }

    [Fact]
    public void Time_left_follows_the_pace_after_the_first_trial_whose_fits_all_others_share()
    {
        // The first trial takes ten minutes, the second a tenth of that.
        RunProgress p = Windows(Begun, 0).After(Ended(0, score: 1, minutes: 10));
        Assert.Null(p.Remaining(Noon.AddMinutes(10)));
        p = Windows(p, 1).After(Ended(1, score: 1, minutes: 11));
        Assert.Equal(TimeSpan.FromMinutes(2), p.Remaining(Noon.AddMinutes(11)));
    }

    [Fact]
    public void A_trial_given_up_is_counted_shortens_what_is_left_and_is_never_the_best()
    {
        RunProgress p = Windows(Begun, 0).After(Ended(0, score: 1, minutes: 10));
        RunEvent.TrialFinished pruned = Ended(1, score: 9, minutes: 11);
        p = Windows(p, 1, 5).After(pruned with { Trial = pruned.Trial with { State = TrialState.Pruned, Windows = 5 } });
        Assert.Equal((1, new TrialNumber(0)), (p.Pruned, p.Best));
        // Two trials of 7.5 windows each, at five windows a minute.
        Assert.Equal(TimeSpan.FromMinutes(3), p.Remaining(Noon.AddMinutes(11)));
        Assert.Contains("1 given up", ProgressWords.Of(p, Noon.AddMinutes(11)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_pace_nothing_is_promised() => Assert.Null(Begun.Remaining(Noon.AddMinutes(1)));

    [Fact]
    public void One_line_says_trial_windows_best_elapsed_and_remaining()
    {
        RunProgress p = Begun.After(Ended(0, score: 1.5))
            .After(new RunEvent.TrialStarted(Id, new TrialNumber(1), 1)).After(new RunEvent.WindowFinished(Id, new TrialNumber(1), 5, 10));
        Assert.Equal(
            "trial 1 of 4, windows #1:5/10, best score 1.500 (Sharpe 1.500, trial 0), 10 s elapsed, about 4 min 10 s left",
            ProgressWords.Of(p, Noon.AddSeconds(10)));
    }

    private static RunProgress Windows(RunProgress p, int trial, int windows = 10) => Enumerable.Range(1, windows)
        .Aggregate(p.After(new RunEvent.TrialStarted(Id, new TrialNumber(trial), 1)), (q, i) => q.After(new RunEvent.WindowFinished(Id, new TrialNumber(trial), i, 10)));

    private static RunEvent.TrialFinished Ended(int number, double score, double violation = 0, double minutes = 0) => new(Id, new Trial
    {
        Number = new TrialNumber(number),
        State = TrialState.Completed,
        Parameters = ParameterCatalog.Space([]).Defaults,
        Seen = [],
        Pending = [],
        CreatedAt = Noon,
        FinishedAt = Noon.AddMinutes(minutes),
        Windows = 10,
        Result = new TrialResult(Metrics.With(score), [score], score, violation),
    });
}
