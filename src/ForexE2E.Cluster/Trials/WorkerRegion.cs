using System.Globalization;
using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Sharding;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Cluster.Trials;

/// <summary>Adds the numbered workers, and what they share on a node: slots and loaded backtests.</summary>
public static class WorkerRegion
{
    private const string Name = "worker";

    /// <summary>The backtests of this node's runs; what prepares or computes runs needs them.</summary>
    public static AkkaConfigurationBuilder AddLoadedBacktests(this AkkaConfigurationBuilder builder, IMarketData data, IBacktestFactory backtests) =>
        builder.WithActors((system, registry) =>
        {
            WorkerSettings settings = WorkerSettings.Create(system.Settings.Config);
            Props loaded = Props.Create(() => new LoadedBacktests(data, backtests, settings.LoadedRuns)).WithDispatcher("forexe2e.compute.dispatcher");
            registry.Register<LoadedBacktestsKey>(system.ActorOf(loaded, "loaded-backtests"));
        });

    /// <summary>Must stand before the queue, which talks to the workers.</summary>
    public static AkkaConfigurationBuilder AddWorkers(this AkkaConfigurationBuilder builder, TimeProvider time) => builder
        .WithActors((system, registry) =>
        {
            WorkerSettings settings = WorkerSettings.Create(system.Settings.Config);
            registry.Register<BacktestSlotsKey>(system.ActorOf(Props.Create(() => new BacktestSlots(settings.Slots, settings.Niceness)), "backtest-slots"));
        })
        .AddShardRegion<WorkerRegionKey>(Name, WorkerProps, new WorkerExtractor(), "worker", time);

    /// <summary>The way to the workers from a node that has none.</summary>
    public static AkkaConfigurationBuilder AddWayToWorkers(this AkkaConfigurationBuilder builder) =>
        builder.WithShardRegionProxy<WorkerRegionKey>(Name, "worker", new WorkerExtractor());

    private static Props WorkerProps(ActorSystem system, IActorRegistry registry, string number)
    {
        WorkerSettings settings = WorkerSettings.Create(system.Settings.Config);
        int index = int.Parse(number, CultureInfo.InvariantCulture);
        var places = new WorkerPlaces(
            registry.Get<RunRegionKey>(), registry.Get<TrialQueueKey>(), registry.Get<BacktestSlotsKey>(), registry.Get<LoadedBacktestsKey>());
        return Props.Create(() => new TrialWorker(index, places, settings));
    }
}
