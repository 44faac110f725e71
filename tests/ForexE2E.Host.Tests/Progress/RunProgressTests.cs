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
    public void Time_left_follows_the_pace_of_the_windows()
    {
        RunProgress p = Begun.After(new RunEvent.TrialStarted(Id, new TrialNumber(0), 1));
        for (int i = 1; i <= 10; i++)
        {
            p = p.After(new RunEvent.WindowFinished(Id, new TrialNumber(0), i, 10));
        }

        p = p.After(Ended(0, score: 1));
        Assert.Equal(TimeSpan.FromMinutes(3), p.Remaining(Noon.AddMinutes(1)));
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

    private static RunEvent.TrialFinished Ended(int number, double score, double violation = 0) => new(Id, new Trial
    {
        Number = new TrialNumber(number),
        State = TrialState.Completed,
        Parameters = ParameterCatalog.Space([]).Defaults,
        Seen = [],
        Pending = [],
        CreatedAt = Noon,
        Result = new TrialResult(Metrics.With(score), [score], score, violation),
    });
}
