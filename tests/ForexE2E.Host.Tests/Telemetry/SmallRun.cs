using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Host.Tests.Telemetry;

/// <summary>A run of a few trials on fakes, in a cluster of this process.</summary>
internal static class SmallRun
{
    /// <param name="then">Done when the run has ended and its cluster still lives.</param>
    public static async Task<RunId> Complete(int trials, int slots, Func<Task> then)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        RunId id = new(Guid.NewGuid());
        ClusterParts parts = new(
            new InMemoryRunStore(), new FakeMarketData(), new FakeBacktestFactory(new FakeBacktest(3, 1, null)), TimeProvider.System, ConfigurationFactory.Empty, slots, "test-1")
        {
            Methods = SearchMethods.Default,
        };
        await using EmbeddedCluster cluster = await EmbeddedCluster.Start(parts, patience.Token);
        await cluster.Submit(id, Definition(trials, slots), patience.Token);
        await cluster.Completion(id).WaitAsync(patience.Token);
        await then();
        return id;
    }

    private static RunDefinition Definition(int trials, int parallel) => new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2020, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
        Method = OptimizationMethod.Random,
        Trials = trials,
        Parallel = parallel,
        Seed = 7,
    };
}
