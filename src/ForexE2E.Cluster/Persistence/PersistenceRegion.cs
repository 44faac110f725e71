using Akka.Actor;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Persistence;

/// <summary>Adds the node's persistence actor.</summary>
public static class PersistenceRegion
{
    /// <summary>Store calls may block (SQLite does), so the actor has a thread of its own.</summary>
    public static AkkaConfigurationBuilder AddPersistence(this AkkaConfigurationBuilder builder, IRunStore store) =>
        builder.WithActors((system, registry) =>
        {
            PersistenceSettings settings = PersistenceSettings.Create(system.Settings.Config);
            Props props = Props.Create(() => new PersistenceActor(store, settings)).WithDispatcher("forexe2e.persistence.dispatcher");
            registry.Register<PersistenceKey>(system.ActorOf(props, "persistence"));
        });
}
