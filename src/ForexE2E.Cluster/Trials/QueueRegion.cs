using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;

namespace ForexE2E.Cluster.Trials;

/// <summary>Adds the trial queue, a cluster singleton, and the way to it from this node.</summary>
public static class QueueRegion
{
    /// <summary>Must stand after the workers.</summary>
    public static AkkaConfigurationBuilder AddTrialQueue(this AkkaConfigurationBuilder builder) => builder.WithSingleton<TrialQueueKey>(
        "trial-queue",
        (system, registry, _) =>
        {
            IActorRef workers = registry.Get<WorkerRegionKey>();
            WorkerSettings settings = WorkerSettings.Create(system.Settings.Config);
            return Props.Create(() => new TrialQueue(workers, settings));
        },
        new ClusterSingletonOptions { Role = "coordinator" },
        createProxyToo: true);
}
