using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Tests.Selection;

public sealed class BestTrialsTests
{
    [Fact]
    public void The_best_by_score_is_the_feasible_trial_with_the_greatest_score()
    {
        Trial[] trials =
        [
            TestRuns.Completed(0, 1.0, [1, 5, 1.2, 0.2]),
            TestRuns.Completed(1, 9.0, [9, 5, 1.2, 0.2], violation: 0.1),
            TestRuns.Ended(2, TrialState.Pruned, new TrialResult(TestRuns.Metrics, [8, 5, 1.2, 0.2], 8, 0)),
            TestRuns.Ended(3, TrialState.Failed, null),
            TestRuns.Completed(4, 2.0, [2, 5, 1.2, 0.2]),
            TestRuns.Completed(5, 2.0, [2, 5, 1.2, 0.2]),
            TestRuns.Completed(6, null, []),
        ];
        Assert.Equal(4, BestTrials.ByScore(trials)!.Number.Value);
    }

    [Fact]
    public void Without_a_feasible_trial_there_is_no_best()
    {
        Trial[] trials = [TestRuns.Ended(0, TrialState.Failed, null), TestRuns.Completed(1, 3, [3, 5, 1, 1], violation: 1)];
        Assert.Null(BestTrials.ByScore(trials));
        Assert.Null(BestTrials.Knee(trials, ObjectiveSet.Default));
    }

    [Fact]
    public void The_knee_gives_up_little_in_every_objective()
    {
        // Sharpe up, drawdown down, profit factor up, cost ratio down: trial 1 is near the best of each.
        Trial[] trials =
        [
            TestRuns.Completed(0, 1, [3.0, 20, 2.0, 0.5]),
            TestRuns.Completed(1, 1, [2.8, 6, 1.9, 0.15]),
            TestRuns.Completed(2, 1, [0.5, 5, 1.0, 0.1]),
            TestRuns.Completed(3, 1, [0.4, 30, 0.9, 0.9]),
        ];
        Assert.Equal(1, BestTrials.Knee(trials, ObjectiveSet.Default)!.Number.Value);
    }

    [Fact]
    public void The_front_of_a_run_knows_which_way_is_better()
    {
        Trial[] trials =
        [
            TestRuns.Completed(0, 1, [3.0, 20, 2.0, 0.5]),
            TestRuns.Completed(1, 1, [2.8, 6, 1.9, 0.15]),
            TestRuns.Completed(2, 1, [2.7, 7, 1.8, 0.25]),
        ];
        Assert.Equal([0, 1], ParetoFront.Of(trials, ObjectiveSet.Default).Select(t => t.Number.Value));
    }
}
