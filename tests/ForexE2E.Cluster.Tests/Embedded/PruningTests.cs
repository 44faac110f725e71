using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class PruningTests
{
    private const int Windows = 12;

    private static readonly RunDefinition Pruning = Bench.Definition(trials: 24, parallel: 1) with
    {
        Pruner = PruningMethod.Median,
        Objectives = new ObjectiveSet([new Objective(ObjectiveMetric.SharpeRatio, Direction.Maximize, 1)]),
    };

    [Fact]
    public async Task A_hopeless_trial_ends_early_with_its_reason_and_the_metrics_of_the_windows_that_ran()
    {
        var bench = new Bench { Backtest = new FakeBacktest(Windows, 1, null) };
        RunOutcome outcome = await bench.Complete(Pruning);
        Run run = await bench.Stored();
        Trial[] pruned = [.. run.Trials.Values.Where(t => t.State == TrialState.Pruned)];

        Assert.Equal((RunState.Completed, 24), (outcome.State, run.Finished));
        Assert.InRange(pruned.Length, 3, 19);
        Assert.Equal(TrialState.Completed, run.Trials[outcome.Best!.Value].State);
        foreach (Trial trial in pruned)
        {
            Assert.InRange(trial.Windows!.Value, 5, Windows - 1);
            Assert.Contains("completed trials were better over the same windows", trial.Reason, StringComparison.Ordinal);
            Assert.Equal(5 * trial.Windows!.Value, trial.Result!.Metrics.TradingDays);
            Assert.Equal(Enumerable.Range(0, trial.Windows!.Value), (await bench.Store.FindWindows(bench.Id, trial.Number, default)).Select(w => w.Index));
        }
    }

    [Fact]
    public async Task The_same_seed_gives_up_the_same_trials_after_the_same_windows()
    {
        var one = new Bench { Backtest = new FakeBacktest(Windows, 0, null) };
        var two = new Bench { Backtest = new FakeBacktest(Windows, 0, null), Slots = 1 };
        await one.Complete(Pruning);
        await two.Complete(Pruning);
        Assert.Equal(Describe(await one.Stored()), Describe(await two.Stored()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interrupted_run_goes_on_as_if_its_pruner_had_never_been_away(bool gracefully)
    {
        var bench = new Bench();
        var reached = new TaskCompletionSource();
        using var died = new ManualResetEventSlim();
        bench.Backtest = new FakeBacktest(Windows, 0, (window, _, cancellation) =>
        {
            // Some way into the run, with trials given up before, in the midst of a trial.
            if (bench.Backtest.Computed.Count >= 150 && window == 7)
            {
                reached.TrySetResult();
                WaitHandle.WaitAny([cancellation.WaitHandle, died.WaitHandle]);
            }
        });
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Submit(bench.Id, Pruning, Bench.Patience);
            await reached.Task.WaitAsync(Bench.Patience);
            if (gracefully)
            {
                await cluster.Stop(bench.Id, Bench.Patience);
            }

            died.Set();
        }

        Assert.Contains((await bench.Stored()).Trials.Values, t => t.State == TrialState.Pruned);
        bench.Backtest = new FakeBacktest(Windows, 0, null);
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Resume(bench.Id, Bench.Patience);
            Assert.Equal(RunState.Completed, (await cluster.Completion(bench.Id).WaitAsync(Bench.Patience)).State);
        }

        var undisturbed = new Bench { Backtest = new FakeBacktest(Windows, 0, null) };
        await undisturbed.Complete(Pruning);
        Assert.Equal(Describe(await undisturbed.Stored()), Describe(await bench.Stored()));
    }

    [Fact]
    public async Task Several_workers_give_up_trials_and_lose_none()
    {
        var bench = new Bench { Backtest = new FakeBacktest(Windows, 0, null), Slots = 4 };
        await bench.Complete(Pruning with { Trials = 40, Parallel = 6 });
        Run run = await bench.Stored();
        Assert.Equal(40, run.Finished);
        Assert.All(run.Trials.Values, t => Assert.True(t.State is TrialState.Completed or TrialState.Pruned));
        Assert.Contains(run.Trials.Values, t => t.State == TrialState.Pruned);
        Assert.All(run.Trials.Values, t => Assert.True(t.CpuTime >= TimeSpan.Zero));
    }

    [Fact]
    public async Task Without_a_pruner_every_trial_runs_all_its_windows()
    {
        var bench = new Bench { Backtest = new FakeBacktest(Windows, 0, null) };
        await bench.Complete(Pruning with { Pruner = null, Trials = 12 });
        Assert.All((await bench.Stored()).Trials.Values, t => Assert.Equal((TrialState.Completed, Windows), (t.State, t.Windows)));
    }

    // Attempts are left out: an interruption is one more.
    private static string Describe(Run run) => string.Join('\n', run.Trials.Values.Select(t => FormattableString.Invariant(
        $"{t.Number} {t.State} {t.Windows} {t.Reason} [{string.Join(',', t.Seen)}] {t.Result?.Score:R} {string.Join(' ', t.Parameters.ToTexts().Select(p => p.Value))}")));
}
