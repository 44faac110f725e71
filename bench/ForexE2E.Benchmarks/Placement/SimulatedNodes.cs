using System.Globalization;
using Akka.Configuration;
using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Fakes;
using ForexE2E.Testing.Networks;

namespace ForexE2E.Benchmarks.Placement;

/// <summary>Nodes in this process, each with its own actor system and port, over real connections.</summary>
internal sealed class SimulatedNodes(IRunStore store, Func<int, SleepingBacktest> backtestOf, int slots, int most) : IAsyncDisposable
{
    private readonly List<ClusterNode> _nodes = [];
    private readonly int[] _ports = FreePorts.Find(most + 1);

    /// <summary>Starts the next node: 0 is the coordinator.</summary>
    public async Task<ClusterNode> Start()
    {
        int number = _nodes.Count;
        NodeRole role = number == 0 ? NodeRole.Coordinator : NodeRole.Worker;
        Config hocon = ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
            forexe2e.node { port = {{_ports[number]}}, seed-nodes = ["127.0.0.1:{{_ports[0]}}"], slots = {{slots}}, longest-pause = 60s }
            """));
        ClusterNode node = await ClusterNode.Start(
            new NodeParts(role, new FakeMarketData(), new FakeBacktestFactory(backtestOf(number)), TimeProvider.System, hocon, "bench") { Store = number == 0 ? store : null },
            default);
        _nodes.Add(node);
        return node;
    }

    public Task<ClusterDoor> Open() => ClusterDoor.Open(
        DoorSettings.Create(ConfigurationFactory.ParseString($"forexe2e.node.seed-nodes = [\"127.0.0.1:{_ports[0]}\"]"), TimeSpan.FromSeconds(60)), null, default);

    public async ValueTask DisposeAsync()
    {
        foreach (ClusterNode node in _nodes.AsEnumerable().Reverse())
        {
            await node.DisposeAsync();
        }
    }
}
