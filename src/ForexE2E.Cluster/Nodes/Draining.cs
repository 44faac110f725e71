using Akka;
using Akka.Actor;
using Akka.Event;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Has a worker node that leaves hand its work back first, while everybody can still be reached.</summary>
internal static class Draining
{
    public static AkkaConfigurationBuilder AddDraining(this AkkaConfigurationBuilder builder, TimeSpan within) => builder.AddStartup((system, registry) =>
    {
        IActorRef slots = registry.Get<BacktestSlotsKey>();
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "drain", async () =>
        {
            try
            {
                await slots.Ask<SlotProtocol.Drained>(SlotProtocol.Drain.Instance, within);
            }
            catch (AskTimeoutException)
            {
                system.Log.Warning("Work was not handed back within {DrainWithin}: its runs will notice by themselves.", within);
            }

            return Done.Instance;
        });
    });
}
