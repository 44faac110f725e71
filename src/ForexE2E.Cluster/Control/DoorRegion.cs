using Akka.Actor;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;

namespace ForexE2E.Cluster.Control;

/// <summary>Adds the cluster's door to a coordinator.</summary>
public static class DoorRegion
{
    /// <summary>Path of the doorkeeper, as clients name it.</summary>
    public const string Path = $"/user/{Doorkeeper.Name}";

    /// <summary>Must stand after runs and queue.</summary>
    public static AkkaConfigurationBuilder AddDoor(this AkkaConfigurationBuilder builder) => builder.WithActors((system, registry) =>
    {
        IActorRef runs = registry.Get<RunRegionKey>();
        IActorRef queue = registry.Get<TrialQueueKey>();
        system.ActorOf(Props.Create(() => new Doorkeeper(runs, queue)), Doorkeeper.Name);
    });
}
