using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using Akka.Hosting;

namespace ForexE2E.Cluster.Sharding;

/// <summary>Adds regions of sharded actors that never sleep for being idle.</summary>
internal static class ShardRegions
{
    /// <param name="type">Name of the kind of actors, the same on all nodes.</param>
    /// <param name="props">How to make the actor of a name.</param>
    /// <param name="role">Which nodes have them.</param>
    /// <param name="remember">Whether those awake are woken again when their node, or all of them, have died; needs a journal.</param>
    public static AkkaConfigurationBuilder AddShardRegion<TKey>(
        this AkkaConfigurationBuilder builder,
        string type,
        Func<ActorSystem, IActorRegistry, string, Props> props,
        IMessageExtractor extractor,
        string role,
        TimeProvider time,
        bool remember = false) =>
        builder.WithActors((system, registry) =>
        {
            ClusterShardingSettings settings = ClusterShardingSettings.Create(system).WithRole(role).WithRememberEntities(remember);
            IShardAllocationStrategy least = ShardAllocationStrategy.LeastShardAllocationStrategy(
                settings.TuningParameters.LeastShardAllocationAbsoluteLimit, settings.TuningParameters.LeastShardAllocationRelativeLimit);
            VigilantAllocation allocation = new(least, time, why => BeginAnew(system, type, why));
            registry.Register<TKey>(ClusterSharding.Get(system).Start(type, name => props(system, registry, name), settings, extractor, allocation, PoisonPill.Instance));
        });

    // Its supervisor starts it again after akka.cluster.sharding.coordinator-failure-backoff, with what it had stored.
    private static void BeginAnew(ActorSystem system, string type, string why)
    {
        system.Log.Warning("The shards of '{0}' are coordinated anew: {1}.", type, why);
        system.ActorSelection($"/system/sharding/{type}Coordinator/singleton/coordinator").Tell(PoisonPill.Instance);
    }
}
