using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.PublishSubscribe;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Sharding;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>Adds the region of the run coordinators.</summary>
public static class RunRegion
{
    // Fixed for ever: another number would send a run's messages to another place during an upgrade.
    private const int Shards = 64;

    private const string Name = "run";

    private static HashCodeMessageExtractor Extractor => HashCodeMessageExtractor.Create(Shards, m => (m as IWithRunId)?.RunId.ToString()!);

    /// <param name="remember">Whether runs under way wake by themselves when their node, or all of them, have died; needs a journal.</param>
    public static AkkaConfigurationBuilder AddRuns(
        this AkkaConfigurationBuilder builder, SearchMethods methods, TimeProvider time, string codeVersion, bool remember) =>
        builder.AddShardRegion<RunRegionKey>(
            Name, (system, registry, id) => CoordinatorProps(system, registry, RunId.Parse(id), methods, time, codeVersion), Extractor, "coordinator", time, remember);

    /// <summary>The way to the runs from a node that coordinates none.</summary>
    public static AkkaConfigurationBuilder AddWayToRuns(this AkkaConfigurationBuilder builder) =>
        builder.WithShardRegionProxy<RunRegionKey>(Name, "coordinator", Extractor);

    private static Props CoordinatorProps(ActorSystem system, IActorRegistry registry, RunId id, SearchMethods methods, TimeProvider time, string codeVersion)
    {
        var places = new RunPlaces(
            registry.Get<PersistenceKey>(),
            registry.Get<TrialQueueKey>(),
            registry.Get<WorkerRegionKey>(),
            registry.Get<LoadedBacktestsKey>(),
            DistributedPubSub.Get(system).Mediator)
        {
            Telemetry = NodeTelemetry.Of(system),
        };
        var parts = new RunParts(places, RunSettings.Create(system.Settings.Config), methods, time, codeVersion);
        return Props.Create(() => new RunCoordinator(id, parts));
    }
}
