using System.Collections.Concurrent;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class EmbeddedClusterTests
{
    [Fact]
    public async Task A_run_stores_exactly_the_trials_it_planned_and_completes()
    {
        var bench = new Bench();
        RunOutcome outcome = await bench.Complete(Bench.Definition(trials: 12, parallel: 2));

        Run run = await bench.Stored();
        Assert.Equal(RunState.Completed, outcome.State);
        Assert.Equal(RunState.Completed, run.State);
        Assert.Equal(Enumerable.Range(0, 12), run.Trials.Keys.Select(n => n.Value));
        Assert.All(run.Trials.Values, t => Assert.Equal((TrialState.Completed, 1), (t.State, t.Attempts)));
        Assert.Equal("12 trials finished", outcome.Reason);
    }

    [Fact]
    public async Task A_submission_sent_again_after_the_run_has_ended_is_no_error_but_another_one_is()
    {
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();
        await cluster.Submit(bench.Id, Bench.Definition(trials: 2, parallel: 1), Bench.Patience);
        await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);

        await cluster.Submit(bench.Id, Bench.Definition(trials: 2, parallel: 1), Bench.Patience);
        RunRejectedException refusal = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(bench.Id, Bench.Definition(trials: 3, parallel: 1), Bench.Patience));
        Assert.Contains("exists already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.Stored()).Trials.Count);
    }

    [Fact]
    public async Task The_chosen_set_and_the_defaults_are_measured_in_and_out_of_sample()
    {
        var bench = new Bench();
        RunOutcome outcome = await bench.Complete(Bench.Definition(trials: 4, parallel: 2));

        Run run = await bench.Stored();
        Assert.Equal(
            [("best", "in_sample"), ("best", "out_of_sample"), ("defaults", "in_sample"), ("defaults", "out_of_sample")],
            outcome.Validations.Select(v => (v.Subject, v.Sample)));
        Assert.Equal(run.Trials[outcome.Best!.Value].Result, outcome.Validations[0].Result);
    }

    [Fact]
    public async Task With_one_trial_at_a_time_the_same_seed_gives_the_same_trials()
    {
        var first = new Bench();
        await first.Complete(Bench.Definition(trials: 10, parallel: 1));
        var second = new Bench();
        await second.Complete(Bench.Definition(trials: 10, parallel: 1));

        Assert.Equal(Bench.Describe(await first.Stored()), Bench.Describe(await second.Stored()));
    }

    [Fact]
    public async Task Every_trial_records_which_results_and_which_running_trials_its_sampler_knew()
    {
        var bench = new Bench { Slots = 4 };
        await bench.Complete(Bench.Definition(trials: 20, parallel: 4));

        foreach (Trial trial in (await bench.Stored()).Trials.Values)
        {
            IEnumerable<int> known = trial.Seen.Concat(trial.Pending).Order();
            Assert.Equal(Enumerable.Range(0, trial.Number.Value), known);
        }
    }

    [Fact]
    public async Task No_more_trials_are_under_way_than_asked_for()
    {
        var bench = new Bench { Slots = 8 };
        var underway = new ConcurrentDictionary<TrialNumber, bool>();
        int most = 0;
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            using IDisposable watch = cluster.Watch(bench.Id, fact =>
            {
                if (fact is RunEvent.TrialStarted started)
                {
                    underway[started.Number] = true;
                    most = Math.Max(most, underway.Count);
                }
                else if (fact is RunEvent.TrialFinished finished)
                {
                    underway.TryRemove(finished.Trial.Number, out _);
                }
            });
            await cluster.Submit(bench.Id, Bench.Definition(trials: 30, parallel: 4), Bench.Patience);
            await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);
        }

        Assert.InRange(most, 1, 4);
        Assert.InRange(bench.Backtest.MostUnderway, 1, 4);
        Assert.All((await bench.Stored()).Trials.Values, t => Assert.InRange(t.Pending.Length, 0, 3));
    }

    [Fact]
    public async Task No_more_windows_are_computed_at_once_than_there_are_slots()
    {
        var bench = new Bench { Slots = 2 };
        await bench.Complete(Bench.Definition(trials: 20, parallel: 8));

        Assert.InRange(bench.Backtest.MostUnderway, 1, 2);
    }

    [Fact]
    public async Task A_trial_that_always_throws_fails_with_its_cause_and_the_run_goes_on()
    {
        var bench = new Bench();
        bench.Backtest = Poison(bench, 3);
        RunOutcome outcome = await bench.Complete(Bench.Definition(trials: 6, parallel: 1));

        Run run = await bench.Stored();
        Trial poison = run.Trials[new TrialNumber(3)];
        Assert.Equal(RunState.Completed, outcome.State);
        Assert.Equal((TrialState.Failed, 2), (poison.State, poison.Attempts));
        Assert.Equal("InvalidOperationException: no bars on Christmas", poison.Reason);
        Assert.Equal(5, run.Trials.Values.Count(t => t.State == TrialState.Completed));
    }

    [Fact]
    public async Task A_trial_that_throws_once_is_tried_again_and_completes()
    {
        int left = 1;
        var bench = new Bench
        {
            Backtest = new FakeBacktest(2, 0, (_, _, _) =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    throw new IOException("a passing error");
                }
            }),
        };
        await bench.Complete(Bench.Definition(trials: 2, parallel: 1));

        Run run = await bench.Stored();
        Assert.Equal([2, 1], run.Trials.Values.Select(t => t.Attempts));
        Assert.All(run.Trials.Values, t => Assert.Equal(TrialState.Completed, t.State));
    }

    [Fact]
    public async Task A_run_whose_trials_all_fail_is_failed_with_the_first_cause()
    {
        var bench = new Bench { Backtest = new FakeBacktest(2, 0, (_, _, _) => throw new InvalidOperationException("broken")) };
        RunOutcome outcome = await bench.Complete(Bench.Definition(trials: 3, parallel: 1));

        Assert.Equal(RunState.Failed, outcome.State);
        Assert.Contains("broken", outcome.Reason, StringComparison.Ordinal);
    }

    private static FakeBacktest Poison(Bench bench, int number) => new(2, 1, (_, parameters, _) =>
    {
        Run run = bench.Store.FindRun(bench.Id, default).GetAwaiter().GetResult()!;
        if (run.Trials.TryGetValue(new TrialNumber(number), out Trial? trial) && trial.Parameters.Equals(parameters))
        {
            throw new InvalidOperationException("no bars on Christmas");
        }
    });
}
