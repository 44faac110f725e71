using System.Globalization;
using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;

namespace ForexE2E.Benchmarks.Placement;

/// <summary>
/// How well work is spread: eight simulated worker nodes, uneven trials of which a pruner gives some up, one node that joins and
/// one that leaves. Were it worse, machines would stand idle while trials wait.
/// </summary>
internal static class PlacementCommand
{
    private const int Workers = 8;
    private const int Slots = 2;
    private const int Windows = 8;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(25);

    /// <param name="args">The mean milliseconds of a window and the trials under way at once; 250 and one a slot.</param>
    public static async Task<int> Run(string[] args)
    {
        TimeSpan mean = TimeSpan.FromMilliseconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 250);
        int parallel = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Workers * Slots;
        var log = new WorkLog();
        string folder = Directory.CreateTempSubdirectory("forexe2e-placement-").FullName;
        try
        {
            await using SqlRunStore store = await RunStores.Open(DatabaseAddress.Sqlite(Path.Combine(folder, "runs.db")), TimeProvider.System);
            await using var nodes = new SimulatedNodes(store, n => new SleepingBacktest(n, log, Windows, mean), Slots, Workers + 1);
            await Measure(nodes, store, log, parallel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task Measure(SimulatedNodes nodes, SqlRunStore store, WorkLog log, int parallel)
    {
        var id = new RunId(Guid.NewGuid());
        await nodes.Start();
        ClusterNode leaver = await nodes.Start();
        for (int n = 2; n <= Workers; n++)
        {
            await nodes.Start();
        }

        await using ClusterDoor door = await nodes.Open();
        await door.Submit(id, Definition(parallel), 0, default);
        await Until(() => Enumerable.Range(1, Workers).All(n => log.First(n) is not null));
        await Task.Delay(Settle);
        double from = log.Now;
        await Task.Delay(Span);
        double to = log.Now;
        Say($"{Workers} nodes of {Slots} slots, {parallel} trials at once: {100 * log.Busy(from, to) / ((to - from) * Workers * Slots):0.0} % of the slots busy for {to - from:0} s");
        double joined = log.Now;
        await nodes.Start();
        await Until(() => log.First(Workers + 1) is not null);
        Say($"a node that joins computes after {log.First(Workers + 1) - joined:0.0} s");
        double left = log.Now;
        await leaver.Leave();
        double gone = log.Now;
        await Task.Delay(Settle);
        Say($"a node that leaves computes no more after {Math.Max(0, log.Last(1)!.Value - left):0.0} s and is gone after {gone - left:0.0} s");
        from = log.Now;
        await Task.Delay(Settle);
        to = log.Now;
        Say($"then {100 * log.Busy(from, to) / ((to - from) * Workers * Slots):0.0} % of the slots are busy");
        await door.Stop(id, default);
        Run run = (await store.FindRun(id, default))!;
        Say($"{run.Finished} trials ended, {run.Trials.Values.Count(t => t.State == Domain.Trials.TrialState.Pruned)} of them given up; windows by node: {string.Join(' ', Enumerable.Range(1, Workers + 1).Select(log.Count))}");
    }

    private static RunDefinition Definition(int parallel) => new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2020, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
        Method = OptimizationMethod.Random,
        Pruner = PruningMethod.Median,
        Trials = 100_000,
        Parallel = parallel,
        Seed = 7,
    };

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(50);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
