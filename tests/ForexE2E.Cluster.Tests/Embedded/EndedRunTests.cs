using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class EndedRunTests
{
    [Fact]
    public async Task A_run_that_has_ended_is_not_read_again_until_somebody_asks_for_it()
    {
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();
        await Complete(cluster, bench.Id);
        // While another one runs the first had time enough.
        await Complete(cluster, new RunId(Guid.NewGuid()));

        // Whoever reads a run takes it first: its coordinator did so once, and this is the second time.
        Assert.Equal(2, await bench.Store.TakeRun(bench.Id, default));
        await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Resume(bench.Id, Bench.Patience));
        Assert.Equal(4, await bench.Store.TakeRun(bench.Id, default));
    }

    private static async Task Complete(EmbeddedCluster cluster, RunId id)
    {
        await cluster.Submit(id, Bench.Definition(trials: 4, parallel: 2), Bench.Patience);
        await cluster.Completion(id).WaitAsync(Bench.Patience);
    }
}
