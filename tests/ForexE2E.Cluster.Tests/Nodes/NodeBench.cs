using Akka.Configuration;
using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Security;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Fakes;
using ForexE2E.Testing.Networks;

namespace ForexE2E.Cluster.Tests.Nodes;

/// <summary>Several nodes in this process, each with its own actor system and port, with fakes for all ports of Domain.</summary>
internal sealed class NodeBench : IAsyncDisposable
{
    private readonly int[] _ports = FreePorts.Find(4);
    private readonly List<ClusterNode> _nodes = [];
    private readonly string _files = Directory.CreateTempSubdirectory("forexe2e-nodes-").FullName;

    public InMemoryRunStore Store { get; } = new();

    public FakeBacktest Backtest { get; set; } = new(3, 1, null);

    public RunId Id { get; } = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

    /// <summary>Starts a node; the first is the seed.</summary>
    /// <param name="upWithin">Seconds until it gives up when it finds no cluster.</param>
    public async Task<ClusterNode> Start(NodeRole role, KeyPairPem? authority = null, string clusterName = "forexe2e", KeyPairPem? trusted = null, int upWithin = 60)
    {
        Config hocon = ConfigurationFactory.ParseString($$"""
            forexe2e.node {
              port = {{_ports[_nodes.Count]}}
              seed-nodes = ["127.0.0.1:{{_ports[0]}}"]
              slots = 1
              up-within = {{upWithin}}s
            }
            forexe2e.workers.count = 4
            akka.cluster { gossip-interval = 100ms, leader-actions-interval = 100ms, seed-node-timeout = 1s, shutdown-after-unsuccessful-join-seed-nodes = off }
            akka.remote.flush-wait-on-shutdown = 100ms
            """);
        if (authority is not null)
        {
            hocon = Tls(authority, clusterName, trusted ?? authority).WithFallback(hocon);
        }

        ClusterNode node = await ClusterNode.Start(
            new NodeParts(role, new FakeMarketData(), new FakeBacktestFactory(Backtest), TimeProvider.System, hocon, "test-1")
            {
                Store = role == NodeRole.Coordinator ? Store : null,
                Methods = TestMethods.Create(),
            },
            Bench.Patience);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Speaks to the first node.</summary>
    public Task<ClusterDoor> Open(KeyPairPem? authority = null) => ClusterDoor.Open(
        DoorSettings.Create(
            (authority is null ? ConfigurationFactory.Empty : Tls(authority, "forexe2e", authority))
                .WithFallback(ConfigurationFactory.ParseString($"forexe2e.node.seed-nodes = [\"127.0.0.1:{_ports[0]}\"]")),
            TimeSpan.FromSeconds(50)),
        null,
        Bench.Patience);

    /// <summary>Waits until the run is no longer running.</summary>
    public async Task<RunState> End(ClusterDoor door)
    {
        CancellationToken patience = Bench.Patience;
        while (true)
        {
            RunProtocol.RunStatus status = await door.StatusOf(Id, patience);
            if (status.State != RunState.Running)
            {
                return status.State;
            }

            await Task.Delay(50, patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ClusterNode node in _nodes.AsEnumerable().Reverse())
        {
            await node.DisposeAsync();
        }

        Directory.Delete(_files, recursive: true);
    }

    private Config Tls(KeyPairPem authority, string clusterName, KeyPairPem trusted)
    {
        KeyPairPem own = CertificateIssue.Node(authority, ["127.0.0.1"], clusterName, 10, TimeProvider.System.GetUtcNow());
        return ConfigurationFactory.ParseString($$"""
            forexe2e.node.tls {
              certificate = "{{Write(own.Certificate)}}"
              key = "{{Write(own.Key)}}"
              authority = "{{Write(trusted.Certificate)}}"
            }
            """);
    }

    private string Write(string text)
    {
        string file = Path.Combine(_files, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, text);
        return file.Replace("\\", "\\\\", StringComparison.Ordinal);
    }
}
