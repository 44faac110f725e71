using System.Globalization;
using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Benchmarks.Throughput;

/// <summary>
/// What the cluster itself costs: a run of very short trials through the real coordinator, queue, workers and database of the embedded
/// cluster. Were it slower, short trials would wait for the coordinator, and the run of a large cluster for its database.
/// </summary>
internal static class ThroughputCommand
{
    private const int WarmUp = 3000;

    public static async Task<int> Run(string[] args)
    {
        ThroughputOptions options = ThroughputOptions.Parse(args);
        var times = new SuggestionTimes();
        SearchMethods methods = SearchMethods.Default with
        {
            Sampler = (space, settings) => new TimedSampler(SearchMethods.Default.Sampler(space, settings), times),
        };
        TimeSpan window = options.Cost / options.Windows;
        var backtests = new FakeBacktestFactory(new BusyBacktest(options.Windows, (_, _) => window));
        DatabaseAddress address = DatabaseAddress.Parse(options.Database);
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        await using EmbeddedCluster cluster = await EmbeddedCluster.Start(
            new ClusterParts(store, new FakeMarketData(), backtests, TimeProvider.System, Config.Empty, options.Slots, "bench") { Methods = methods }, default);
        await Complete(cluster, options with { Trials = WarmUp, Method = OptimizationMethod.Random });
        times.Take();
        var id = new RunId(Guid.NewGuid());
        var progress = new Progress(options, times);
        using IDisposable watch = cluster.Watch(id, progress.Take);
        await cluster.Submit(id, Definition(options), default);
        RunOutcome outcome = await cluster.Completion(id);
        await Report(options, store, id, outcome, progress.Elapsed, (await DatabaseSize.Of(address, default)).Bytes);
        return outcome.State == RunState.Completed ? 0 : 1;
    }

    // The runtime compiles what is used often anew while it runs: that is over before anything is measured.
    private static async Task Complete(EmbeddedCluster cluster, ThroughputOptions options)
    {
        var id = new RunId(Guid.NewGuid());
        await cluster.Submit(id, Definition(options), default);
        await cluster.Completion(id);
    }

    private static RunDefinition Definition(ThroughputOptions options) => new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2020, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
        Method = options.Method,
        Trials = options.Trials,
        Parallel = options.Parallel,
        Seed = 7,
    };

    private static async Task Report(ThroughputOptions options, SqlRunStore store, RunId id, RunOutcome outcome, TimeSpan elapsed, long bytes)
    {
        Run run = (await store.FindRun(id, default))!;
        double wall = elapsed.TotalMilliseconds / options.Trials;
        double ideal = options.Cost.TotalMilliseconds / Math.Min(options.Slots, options.Parallel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{outcome.State}: {run.Finished} of {options.Trials} trials stored in {elapsed.TotalSeconds:0.0} s, {1000 / wall:0} trials/s; "
            + $"{wall:0.00} ms a trial, of which {ideal:0.00} ms computing and {wall - ideal:0.00} ms overhead; database {bytes >> 20} MB"));
    }
}
