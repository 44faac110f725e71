using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.PublishSubscribe;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>Adds the region of the run coordinators.</summary>
public static class RunRegion
{
    // Fixed for ever: another number would send a run's messages to another place during an upgrade.
    private const int Shards = 64;

    public static AkkaConfigurationBuilder AddRuns(this AkkaConfigurationBuilder builder, SearchMethods methods, TimeProvider time, string codeVersion) =>
        builder.WithShardRegion<RunRegionKey>(
            "run",
            (system, registry, _) => id => CoordinatorProps(system, registry, RunId.Parse(id), methods, time, codeVersion),
            HashCodeMessageExtractor.Create(Shards, m => (m as IWithRunId)?.RunId.ToString()!),
            Options());

    private static Props CoordinatorProps(ActorSystem system, IActorRegistry registry, RunId id, SearchMethods methods, TimeProvider time, string codeVersion)
    {
        var places = new RunPlaces(
            registry.Get<PersistenceKey>(),
            registry.Get<TrialQueueKey>(),
            registry.Get<WorkerRegionKey>(),
            registry.Get<LoadedBacktestsKey>(),
            DistributedPubSub.Get(system).Mediator);
        var parts = new RunParts(places, RunSettings.Create(system.Settings.Config), methods, time, codeVersion);
        return Props.Create(() => new RunCoordinator(id, parts));
    }

    // A coordinator rests by itself; passivating one in the middle of a long window would only cost a recovery.
    private static ShardOptions Options() => new() { Role = "coordinator", ShouldPassivateIdleEntities = false };
}
