using Akka.Actor;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class BusyNodeTests
{
    [Fact]
    public async Task Messages_are_answered_while_every_slot_computes()
    {
        using var busy = new CountdownEvent(2);
        using var released = new ManualResetEventSlim();
        int entered = 0;
        var bench = new Bench
        {
            Slots = 2,
            Backtest = new FakeBacktest(1, 0, (_, _, _) =>
            {
                if (Interlocked.Increment(ref entered) <= 2)
                {
                    busy.Signal();
                }

                released.Wait(CancellationToken.None);
            }),
        };
        await using EmbeddedCluster cluster = await bench.Start();
        await cluster.Submit(bench.Id, Bench.Definition(trials: 4, parallel: 4), Bench.Patience);
        await Task.Run(() => busy.Wait(Bench.Patience));

        IActorRef runs = ActorRegistry.For(cluster.System).Get<RunRegionKey>();
        RunProtocol.RunStatus status = await runs.Ask<RunProtocol.RunStatus>(new RunProtocol.GetRun(bench.Id), Bench.Patience);
        Assert.Equal((RunState.Running, 4, 0, 4), (status.State, status.Planned, status.Finished, status.Underway));
        released.Set();
        await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);
    }
}
