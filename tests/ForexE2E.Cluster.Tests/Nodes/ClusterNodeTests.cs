using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Health;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Nodes;

public sealed class ClusterNodeTests
{
    [Fact]
    public async Task A_coordinator_and_two_workers_finish_a_run_that_came_through_the_door()
    {
        await using var bench = new NodeBench();
        ClusterNode coordinator = await bench.Start(NodeRole.Coordinator);
        await bench.Start(NodeRole.Worker);
        await bench.Start(NodeRole.Worker);
        await using ClusterDoor door = await bench.Open();
        await door.Submit(bench.Id, Bench.Definition(trials: 12, parallel: 3), 5, Bench.Patience);

        Assert.Equal(RunState.Completed, await bench.End(door));
        Run run = (await bench.Store.FindRun(bench.Id, default))!;
        Assert.Equal((12, 5), (run.Trials.Values.Count(t => t.State == TrialState.Completed), run.Priority));
        Assert.Equal(3, (await door.Status(Bench.Patience)).Nodes.Count(n => n is { State: "up", Reachable: true }));
        HealthReport[] healthy = [coordinator.Health.Started(), await coordinator.Health.Live(default), await coordinator.Health.Ready(default)];
        Assert.All(healthy, h => Assert.True(h.IsHealthy, string.Join(", ", h.Parts)));

        bench.Store.BeAwayFor(1);
        HealthReport ill = await coordinator.Health.Ready(default);
        Assert.False(ill.IsHealthy);
        Assert.Contains("away", ill.Parts["database"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_leaves_hands_its_windows_back_and_the_other_goes_on_with_them()
    {
        await using var bench = new NodeBench();
        var reached = new TaskCompletionSource();
        int calls = 0;
        bench.Backtest = new FakeBacktest(3, 0, (_, _, cancellation) =>
        {
            // The sixth window of all waits until its node is asked to leave.
            if (Interlocked.Increment(ref calls) == 6)
            {
                reached.TrySetResult();
                cancellation.WaitHandle.WaitOne();
            }
        });
        await bench.Start(NodeRole.Coordinator);
        ClusterNode leaver = await bench.Start(NodeRole.Worker);
        await using ClusterDoor door = await bench.Open();
        await door.Submit(bench.Id, Bench.Definition(trials: 5, parallel: 1), 0, Bench.Patience);
        await reached.Task.WaitAsync(Bench.Patience);
        await bench.Start(NodeRole.Worker);
        await leaver.Leave();

        Assert.True((await leaver.Ended.WaitAsync(Bench.Patience)).Asked);
        Assert.Equal(RunState.Completed, await bench.End(door));
        // 5 trials and 2 validations of 3 windows each, and none of them twice.
        Assert.Equal(7 * 3, bench.Backtest.Computed.Count);
    }

    [Fact]
    public async Task A_node_that_joins_is_given_work_though_the_threads_of_the_first_are_at_a_window()
    {
        await using var bench = new NodeBench();
        using var joined = new ManualResetEventSlim();
        var reached = new TaskCompletionSource();
        // The first node is held up until the second has computed: without work for it the run would never end.
        bench.Backtest = new FakeBacktest(3, 0, (_, _, cancellation) =>
        {
            reached.TrySetResult();
            joined.Wait(cancellation);
        });
        await bench.Start(NodeRole.Coordinator);
        await bench.Start(NodeRole.Worker);
        await using ClusterDoor door = await bench.Open();
        await door.Submit(bench.Id, Bench.Definition(trials: 6, parallel: 2), 0, Bench.Patience);
        await reached.Task.WaitAsync(Bench.Patience);
        bench.Backtest = new FakeBacktest(3, 0, (_, _, _) => joined.Set());
        await bench.Start(NodeRole.Worker);

        Assert.Equal(RunState.Completed, await bench.End(door));
        Assert.NotEmpty(bench.Backtest.Computed);
    }

    [Fact]
    public async Task A_run_is_stopped_resumed_and_cancelled_through_the_door()
    {
        await using var bench = new NodeBench { Backtest = new FakeBacktest(3, 0, (_, _, cancellation) => cancellation.WaitHandle.WaitOne()) };
        await bench.Start(NodeRole.Coordinator);
        await bench.Start(NodeRole.Worker);
        await using ClusterDoor door = await bench.Open();
        await door.Submit(bench.Id, Bench.Definition(trials: 4, parallel: 2), 0, Bench.Patience);
        await door.Stop(bench.Id, Bench.Patience);
        Assert.Equal(RunState.Stopped, (await door.StatusOf(bench.Id, Bench.Patience)).State);
        await door.Resume(bench.Id, Bench.Patience);
        Assert.Equal(RunState.Running, (await door.StatusOf(bench.Id, Bench.Patience)).State);
        await door.Cancel(bench.Id, Bench.Patience);

        Assert.Equal(RunState.Failed, (await door.StatusOf(bench.Id, Bench.Patience)).State);
        Assert.Equal("cancelled on request", (await bench.Store.FindOutcome(bench.Id, default))!.Reason);
        await door.Cancel(bench.Id, Bench.Patience);
        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => door.Stop(new RunId(Guid.Empty), Bench.Patience));
        Assert.Contains("no run", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_finds_no_cluster_ends_itself()
    {
        await using var bench = new NodeBench();
        // The first port is the seed's, and a worker alone never forms a cluster there.
        ClusterNode seed = await bench.Start(NodeRole.Coordinator);
        await seed.Leave();
        ClusterNode lost = await bench.Start(NodeRole.Worker, upWithin: 6);

        NodeEnd end = await lost.Ended.WaitAsync(Bench.Patience);
        Assert.False(end.Asked);
        Assert.Contains("did not become a member within 6 s", end.Reason, StringComparison.Ordinal);
    }
}
