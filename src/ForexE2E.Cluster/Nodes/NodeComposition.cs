using Akka.Cluster.Hosting;
using Akka.Configuration;
using Akka.Hosting;
using Akka.Remote.Hosting;
using ForexE2E.Cluster.Control;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Security;
using ForexE2E.Cluster.Settings;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Puts a node together: the list of features each role has.</summary>
internal static class NodeComposition
{
    public static AkkaConfigurationBuilder AddNode(this AkkaConfigurationBuilder builder, NodeParts parts, Config config, NodeSettings settings)
    {
        builder
            .AddHocon(config, HoconAddMode.Prepend)
            .AddLogs(parts.Logs, Akka.Event.LogLevel.InfoLevel)
            .WithRemoting(NodeTls.Options(settings.BindHostname, settings.Hostname, settings.Port, settings.Tls))
            .WithClustering(Membership(parts.Role, settings))
            .AddLoadedBacktests(parts.Data, parts.Backtests);
        return parts.Role == NodeRole.Coordinator ? builder.AddCoordinator(parts) : builder.AddWorker(settings, parts.Time);
    }

    private static AkkaConfigurationBuilder AddCoordinator(this AkkaConfigurationBuilder builder, NodeParts parts) => builder
        .WithDistributedPubSub("coordinator")
        .AddPersistence(parts.Store!)
        .AddWayToWorkers()
        .AddTrialQueue()
        .AddRuns(parts.Methods, parts.Time, parts.CodeVersion, remember: parts.Journal is not null)
        .AddDoor();

    private static AkkaConfigurationBuilder AddWorker(this AkkaConfigurationBuilder builder, NodeSettings settings, TimeProvider time) => builder
        .AddWayToRuns()
        .AddWayToQueue()
        .AddWorkers(time)
        .AddDraining(settings.DrainWithin);

    // With several coordinators no part of them below half may call itself the cluster, not even at a cold start.
    private static ClusterOptions Membership(NodeRole role, NodeSettings settings)
    {
        var options = new ClusterOptions { Roles = [role == NodeRole.Coordinator ? "coordinator" : "worker"] };
        if (settings.Coordinators > 1)
        {
            options.MinimumNumberOfMembersPerRole = new() { ["coordinator"] = (settings.Coordinators / 2) + 1 };
        }

        return options;
    }
}
