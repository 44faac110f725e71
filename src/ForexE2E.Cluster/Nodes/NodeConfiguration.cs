using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Lays the configuration of a node in order, and refuses what is wrong before anything starts.</summary>
internal static class NodeConfiguration
{
    /// <exception cref="ConfigurationException">A setting is missing or out of range; the message names it.</exception>
    public static (Config Config, NodeSettings Settings) Of(NodeParts parts)
    {
        Config config = parts.Hocon.WithFallback(Hocon.OfRole(parts.Role == NodeRole.Coordinator ? "coordinator" : "worker"));
        NodeSettings settings = NodeSettings.Create(config);
        Config whole = Derived(settings).WithFallback(config);
        if (parts.Journal is { } journal)
        {
            whole = whole.WithFallback(Journal.ConfigOf(journal));
        }

        Validate(whole);
        return (whole, settings);
    }

    // Slots, threads and the time to drain belong together; said once.
    private static Config Derived(NodeSettings settings) => ConfigurationFactory.ParseString(FormattableString.Invariant(
        $$"""
        forexe2e.workers.slots = {{settings.Slots}}
        forexe2e.workers.dispatcher.dedicated-thread-pool.thread-count = {{settings.Slots}}
        akka.coordinated-shutdown.phases.before-service-unbind.timeout = {{settings.DrainWithin.TotalSeconds + 2}}s
        """));

    private static void Validate(Config config)
    {
        _ = RunSettings.Create(config);
        _ = WorkerSettings.Create(config);
        _ = PersistenceSettings.Create(config);
    }
}
