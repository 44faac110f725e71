using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Cluster.Security;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Tests.Nodes;

public sealed class TlsTests
{
    private static readonly KeyPairPem Ours = CertificateIssue.Authority("forexe2e", TimeProvider.System.GetUtcNow());
    private static readonly KeyPairPem Foreign = CertificateIssue.Authority("forexe2e", TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Nodes_and_clients_of_one_authority_work_together()
    {
        await using var bench = new NodeBench();
        await bench.Start(NodeRole.Coordinator, Ours);
        await bench.Start(NodeRole.Worker, Ours);
        await using ClusterDoor door = await bench.Open(Ours);
        await door.Submit(bench.Id, Bench.Definition(trials: 3, parallel: 1), 0, Bench.Patience);
        Assert.Equal(RunState.Completed, await bench.End(door));
    }

    /// <summary>Each stranger even trusts us; it is we who must refuse it.</summary>
    [Theory]
    [InlineData("foreign authority")]
    [InlineData("no certificate")]
    [InlineData("another cluster's name")]
    public async Task A_stranger_does_not_become_a_member(string stranger)
    {
        await using var bench = new NodeBench();
        ClusterNode coordinator = await bench.Start(NodeRole.Coordinator, Ours);
        ClusterNode worker = stranger switch
        {
            "foreign authority" => await bench.Start(NodeRole.Worker, Foreign, trusted: Ours, upWithin: 6),
            "no certificate" => await bench.Start(NodeRole.Worker, upWithin: 6),
            _ => await bench.Start(NodeRole.Worker, Ours, clusterName: "another", upWithin: 6),
        };

        // On a busy machine the failure detector may name the refusal first.
        Assert.Matches("did not become a member|gave this node up", (await worker.Ended.WaitAsync(Bench.Patience)).Reason);
        await using ClusterDoor door = await bench.Open(Ours);
        Assert.Single((await door.Status(Bench.Patience)).Nodes);
        Assert.False(coordinator.Ended.IsCompleted);
    }
}
