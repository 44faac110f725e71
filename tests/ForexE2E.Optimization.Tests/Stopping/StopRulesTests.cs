using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Stopping;

namespace ForexE2E.Optimization.Tests.Stopping;

public sealed class StopRulesTests
{
    [Fact]
    public void Twenty_trials_without_one_percent_more_end_the_run()
    {
        double[] scores = [1, 2, .. Enumerable.Repeat(2.01, 20)];
        Assert.Null(new NoImprovement(20).ReasonToStop(TestRuns.WithScores(scores[..^1]), TimeSpan.Zero));
        Assert.Contains("No improvement", new NoImprovement(20).ReasonToStop(TestRuns.WithScores(scores), TimeSpan.Zero), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_one_percent_within_twenty_trials_lets_it_go_on()
    {
        double[] scores = [1, 2, .. Enumerable.Repeat(2.03, 20)];
        Assert.Null(new NoImprovement(20).ReasonToStop(TestRuns.WithScores(scores), TimeSpan.Zero));
    }

    [Fact]
    public void Negative_scores_improve_upwards_too()
    {
        double[] rising = [-2, .. Enumerable.Repeat(-1.9, 20)];
        double[] still = [-2, .. Enumerable.Repeat(-1.999, 20)];
        Assert.Null(new NoImprovement(20).ReasonToStop(TestRuns.WithScores(rising), TimeSpan.Zero));
        Assert.NotNull(new NoImprovement(20).ReasonToStop(TestRuns.WithScores(still), TimeSpan.Zero));
    }

    [Fact]
    public void Scores_that_hardly_differ_are_a_plateau()
    {
        double[] scores = [5, .. Enumerable.Range(0, 20).Select(i => 1 + (0.0001 * i))];
        Assert.Contains("plateau", new PlateauDeviation(20).ReasonToStop(TestRuns.WithScores(scores), TimeSpan.Zero), StringComparison.Ordinal);
        scores[10] = 1.5;
        Assert.Null(new PlateauDeviation(20).ReasonToStop(TestRuns.WithScores(scores), TimeSpan.Zero));
    }

    [Fact]
    public void A_front_left_unchanged_for_fifteen_trials_is_stable()
    {
        Run run = TestRuns.Of(Enumerable.Range(0, 16).Select(n => TestRuns.Completed(n, 1, [1, 5 + n, 1.2, 0.2])));
        Assert.Contains("Pareto front", new ParetoStable(15).ReasonToStop(run, TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Null(new ParetoStable(16).ReasonToStop(run, TimeSpan.Zero));
        Run changed = run.With(TestRuns.Completed(16, 1, [2, 50, 1.2, 0.2]));
        Assert.Null(new ParetoStable(15).ReasonToStop(changed, TimeSpan.Zero));
    }

    [Fact]
    public void Without_a_feasible_trial_no_front_is_stable() => Assert.Null(new ParetoStable(3).ReasonToStop(
        TestRuns.Of(Enumerable.Range(0, 9).Select(n => TestRuns.Completed(n, 1, [1, 5, 1.2, 0.2], violation: 1))), TimeSpan.Zero));

    [Fact]
    public void The_settings_become_rules_and_the_first_reason_counts()
    {
        IStopRule rule = StopRules.Create(new StopSettings { TimeLimit = TimeSpan.FromHours(1), PlateauTrials = 5 });
        Run plateau = TestRuns.WithScores(Enumerable.Repeat(1.0, 5));
        Assert.Contains("plateau", rule.ReasonToStop(plateau, TimeSpan.FromMinutes(59)), StringComparison.Ordinal);
        Assert.Contains("time limit", rule.ReasonToStop(plateau, TimeSpan.FromMinutes(60)), StringComparison.Ordinal);
        Assert.Null(StopRules.Create(new StopSettings()).ReasonToStop(plateau, TimeSpan.FromDays(9)));
    }

    [Fact]
    public void A_front_that_changes_but_hardly_grows_is_a_plateau_of_its_hypervolume()
    {
        Run run = TestRuns.Of(
        [
            TestRuns.Completed(0, 1, [0.1, 50, 0.5, 0.9]),
            TestRuns.Completed(1, 1, [2, 5, 1.5, 0.2]),
            .. Enumerable.Range(2, 20).Select(n => TestRuns.Completed(n, 1, [2 + (1e-7 * n), 5, 1.5, 0.2])),
        ]);
        Assert.Null(new ParetoStable(15).ReasonToStop(run, TimeSpan.Zero));
        Assert.Contains("hypervolume", new HypervolumePlateau(20).ReasonToStop(run, TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Null(new HypervolumePlateau(20).ReasonToStop(run.With(TestRuns.Completed(22, 1, [4, 3, 2, 0.1])), TimeSpan.Zero));
    }

    [Fact]
    public void Budgets_of_trials_and_of_cpu_time_end_a_run()
    {
        // Trial n takes n minutes: 0 + 1 + ... + 9 = 45.
        Run run = TestRuns.WithScores(Enumerable.Range(0, 10).Select(n => (double)n));
        Assert.Contains("budget of 10", new TrialBudget(10).ReasonToStop(run, TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Null(new TrialBudget(11).ReasonToStop(run, TimeSpan.Zero));
        Assert.Contains("0.75 hours", new WorkBudget(TimeSpan.FromMinutes(45)).ReasonToStop(run, TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Null(new WorkBudget(TimeSpan.FromMinutes(46)).ReasonToStop(run, TimeSpan.Zero));
    }

    [Fact]
    public void Measured_cpu_time_counts_instead_of_the_time_that_passed_also_of_trials_under_way()
    {
        Run run = TestRuns.WithScores([1, 2]);
        run = run with { Trials = run.Trials.SetItem(new TrialNumber(0), run.Trials[new TrialNumber(0)] with { CpuTime = TimeSpan.FromHours(1), State = TrialState.Running, FinishedAt = null }) };
        run = run with { Trials = run.Trials.SetItem(new TrialNumber(1), run.Trials[new TrialNumber(1)] with { CpuTime = TimeSpan.FromHours(2) }) };
        Assert.Equal(TimeSpan.FromHours(3), WorkBudget.SpentBy(run));
        Assert.Contains("3 hours", new WorkBudget(TimeSpan.FromHours(3)).ReasonToStop(run, TimeSpan.Zero), StringComparison.Ordinal);
    }
}
