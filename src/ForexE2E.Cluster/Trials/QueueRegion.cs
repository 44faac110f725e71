using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;

namespace ForexE2E.Cluster.Trials;

/// <summary>Adds the trial queue, a cluster singleton, and the way to it from this node.</summary>
public static class QueueRegion
{
    private const string Name = "trial-queue";

    private static ClusterSingletonOptions Options => new() { Role = "coordinator" };

    /// <summary>Must stand after the workers.</summary>
    public static AkkaConfigurationBuilder AddTrialQueue(this AkkaConfigurationBuilder builder) => builder.WithSingleton<TrialQueueKey>(
        Name,
        (system, registry, _) =>
        {
            IActorRef workers = registry.Get<WorkerRegionKey>();
            WorkerSettings settings = WorkerSettings.Create(system.Settings.Config);
            return Props.Create(() => new TrialQueue(workers, settings));
        },
        Options,
        createProxyToo: true);

    /// <summary>The way to the queue from a node that is no coordinator.</summary>
    public static AkkaConfigurationBuilder AddWayToQueue(this AkkaConfigurationBuilder builder) => builder.WithSingletonProxy<TrialQueueKey>(Name, Options);
}
