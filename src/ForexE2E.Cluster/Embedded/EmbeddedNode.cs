using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Configuration;
using Akka.Hosting;
using Akka.Remote.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Settings;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Embedded;

/// <summary>Puts a node of all roles together: the list of features a single process has.</summary>
internal static class EmbeddedNode
{
    public static AkkaConfigurationBuilder AddEmbeddedNode(this AkkaConfigurationBuilder builder, ClusterParts parts, TaskCompletionSource watching) => builder
        .AddHocon(HoconOf(parts), HoconAddMode.Prepend)
        .AddLogs(parts.Logs, Akka.Event.LogLevel.WarningLevel)
        .WithRemoting(new RemoteOptions { HostName = "127.0.0.1", Port = 0 })
        .WithClustering(new ClusterOptions { Roles = ["coordinator", "worker"] })
        .WithDistributedPubSub("coordinator")
        .AddPersistence(parts.Store)
        .AddLoadedBacktests(parts.Data, parts.Backtests)
        .AddWorkers(parts.Time)
        .AddTrialQueue()
        .AddRuns(parts.Methods, parts.Time, parts.CodeVersion, remember: false)
        .WithActors((system, registry) => registry.Register<RunWatchKey>(
            system.ActorOf(Props.Create(() => new RunWatch(watching)), "run-watch")));

    // More workers than slots: those whose trials wait to be stored are none that compute, and short trials end by the dozen
    // while the database takes one transaction.
    private const int Reporting = 30;

    private static Config HoconOf(ClusterParts parts) => ConfigurationFactory.ParseString(FormattableString.Invariant(
        $$"""
        forexe2e.workers.slots = {{parts.Slots}}
        forexe2e.workers.count = {{parts.Slots + Reporting}}
        forexe2e.workers.dispatcher.dedicated-thread-pool.thread-count = {{parts.Slots}}
        """)).WithFallback(parts.Hocon).WithFallback(Hocon.Embedded());
}
