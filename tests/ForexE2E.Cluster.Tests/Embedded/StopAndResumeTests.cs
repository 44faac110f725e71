using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class StopAndResumeTests
{
    [Fact]
    public async Task A_stopped_run_resumes_without_losing_doubling_or_recomputing_anything()
    {
        var bench = new Bench();
        var reached = new TaskCompletionSource();
        bench.Backtest = new FakeBacktest(3, 0, (window, _, cancellation) =>
        {
            // The sixth trial's second window blocks until the run is stopped.
            if (bench.Backtest.Computed.Count >= 16 && window == 1)
            {
                reached.TrySetResult();
                cancellation.WaitHandle.WaitOne();
            }
        });
        RunDefinition definition = Bench.Definition(trials: 10, parallel: 1);
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Submit(bench.Id, definition, Bench.Patience);
            await reached.Task.WaitAsync(Bench.Patience);
            await cluster.Stop(bench.Id, Bench.Patience);
            Assert.Equal(RunState.Stopped, (await cluster.Completion(bench.Id).WaitAsync(Bench.Patience)).State);
        }

        Run stopped = await bench.Stored();
        Assert.Equal((RunState.Stopped, 5, 6), (stopped.State, stopped.Finished, stopped.Trials.Count));
        FakeBacktest before = bench.Backtest;
        bench.Backtest = new FakeBacktest(3, 0, null);
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Resume(bench.Id, Bench.Patience);
            Assert.Equal(RunState.Completed, (await cluster.Completion(bench.Id).WaitAsync(Bench.Patience)).State);
        }

        var undisturbed = new Bench { Backtest = new FakeBacktest(3, 0, null) };
        await undisturbed.Complete(definition);
        Run resumed = await bench.Stored();
        Assert.Equal(Results(await undisturbed.Stored()), Results(resumed));

        // 16 windows before the stop, none of them again: 14 of trials and 3 for each of the two validations after it.
        Assert.Equal(16, before.Computed.Count);
        Assert.Equal(14 + 6, bench.Backtest.Computed.Count);
    }

    [Fact]
    public async Task A_run_whose_process_died_is_taken_up_where_the_store_stands()
    {
        var bench = new Bench { Slots = 2 };
        var reached = new TaskCompletionSource();
        using var released = new ManualResetEventSlim();
        bench.Backtest = new FakeBacktest(2, 0, (_, _, _) =>
        {
            if (bench.Backtest.Computed.Count >= 11)
            {
                reached.TrySetResult();
                released.Wait(CancellationToken.None);
            }
        });
        EmbeddedCluster dying = await bench.Start();
        await dying.Submit(bench.Id, Bench.Definition(trials: 12, parallel: 3), Bench.Patience);
        await reached.Task.WaitAsync(Bench.Patience);
        released.Set();
        await dying.DisposeAsync();
        Assert.Equal(RunState.Running, (await bench.Stored()).State);

        bench.Backtest = new FakeBacktest(2, 0, null);
        await using EmbeddedCluster cluster = await bench.Start();
        await cluster.Resume(bench.Id, Bench.Patience);
        RunOutcome outcome = await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);

        Run run = await bench.Stored();
        Assert.Equal(RunState.Completed, outcome.State);
        Assert.Equal(12, run.Trials.Count);
        Assert.All(run.Trials.Values, t => Assert.Equal(TrialState.Completed, t.State));
        Assert.Equal(12, run.Trials.Values.Select(t => t.Parameters).Distinct().Count());
    }

    [Fact]
    public async Task A_completed_run_is_not_resumed()
    {
        var bench = new Bench();
        await bench.Complete(Bench.Definition(trials: 2, parallel: 1));
        await using EmbeddedCluster cluster = await bench.Start();

        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Resume(bench.Id, Bench.Patience));
        Assert.Contains("has completed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_not_resumed_on_other_market_data()
    {
        var bench = new Bench();
        bench.Backtest = new FakeBacktest(3, 0, (_, _, cancellation) => cancellation.WaitHandle.WaitOne());
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Submit(bench.Id, Bench.Definition(trials: 2, parallel: 1), Bench.Patience);
            await cluster.Stop(bench.Id, Bench.Patience);
        }

        bench.Data.Hash = "hash-2";
        await using EmbeddedCluster second = await bench.Start();
        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => second.Resume(bench.Id, Bench.Patience));
        Assert.Contains("have changed since it began", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(RunState.Stopped, (await bench.Stored()).State);
    }

    private static string Results(Run run) => string.Join('\n', run.Trials.Values.Select(t => FormattableString.Invariant(
        $"{t.Number} {t.State} {t.Result?.Score:R} [{string.Join(',', t.Seen)}]")));
}
