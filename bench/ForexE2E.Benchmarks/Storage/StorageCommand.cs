using System.Diagnostics;
using System.Globalization;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Testing.Contracts;

namespace ForexE2E.Benchmarks.Storage;

/// <summary>
/// What the database costs: a hundred trials stored at once, and what is asked of it, on a database of many runs. Were inserts slower,
/// a cluster would wait for its database; were reads slower, the live engine and the pages would.
/// </summary>
internal static class StorageCommand
{
    private const int Asked = 200;
    private const int Rounds = 7;

    public static async Task<int> Run(string[] args)
    {
        if (args is not ["--database", var database, .. var rest])
        {
            Console.Error.WriteLine("storage --database sqlite:PATH|postgres:CONNECTION [--runs 1000]: the database must be empty, or filled by this command before.");
            return 2;
        }

        int runs = rest is ["--runs", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1000;
        DatabaseAddress address = DatabaseAddress.Parse(database);
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        if ((await store.ListRuns(1, default)).Count == 0)
        {
            var watch = Stopwatch.StartNew();
            await new ManyRuns(address, runs, 100).Fill(store);
            Say($"filled with {runs} runs of 100 trials in {watch.Elapsed.TotalSeconds:0} s");
        }

        DatabaseSize size = await DatabaseSize.Of(address, default);
        Say($"{size.Server}: {size.Rows["optimization_parameters"]:N0} parameter rows, {size.Bytes >> 20} MB");
        await QueryPlans.Print(address, runs / 2, 50);
        await Read(store, runs);
        await Insert(store);
        return 0;
    }

    private static async Task Read(SqlRunStore store, int runs)
    {
        var luck = new SplitMix64(11);
        RunId Any() => ManyRuns.IdOf(1 + luck.NextInt(runs));
        await Measure("best parameters of a run", Asked, async () => _ = (await store.FindBest(Any(), default)).Single().Parameters);
        await Measure("its end and best trial with metrics", Asked, async () =>
        {
            RunId id = Any();
            RunOutcome outcome = (await store.FindOutcome(id, default))!;
            _ = (await store.FindTrial(id, outcome.Best!.Value, default))!.Parameters;
        });
        await Measure("a run with its 100 trials", Asked / 4, async () => _ = (await store.FindRun(Any(), default))!.Finished);
        await Measure("the 20 newest runs", Asked, async () => _ = (await store.ListRuns(20, default)).Count);
    }

    private static async Task Insert(SqlRunStore store)
    {
        int round = 0;
        RunId id = default;
        Trial[] ended = [.. Enumerable.Range(0, 100).Select(SampleRuns.Completed)];
        Trial[] begun = [.. ended.Select(t => SampleRuns.Trial(t.Number.Value))];
        await Measure("100 trials, 9,000 parameter rows", Rounds, () => store.AddTrials(id, begun, default), async () =>
        {
            id = new RunId(Guid.NewGuid());
            await store.CreateRun(SampleRuns.Run(1_000_000 + round++) with { Id = id }, default);
        });
        await Measure("the ends of 100 trials with results", Rounds, () => store.FinishTrials(id, ended, default), async () =>
        {
            id = new RunId(Guid.NewGuid());
            await store.CreateRun(SampleRuns.Run(1_000_000 + round++) with { Id = id }, default);
            await store.AddTrials(id, begun, default);
        });
    }

    private static async Task Measure(string what, int times, Func<Task> ask, Func<Task>? before = null)
    {
        List<double> milliseconds = [];
        TimeSpan cpu = TimeSpan.Zero;
        // Not measured: what the runtime compiles and the database reads for the first time.
        for (int i = -Math.Max(2, times / 2); i < times; i++)
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            (long begin, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await ask();
            if (i >= 0)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                cpu += Environment.CpuUsage.TotalTime - used;
            }
        }

        milliseconds.Sort();
        Say($"{what}: median {milliseconds[times / 2]:0.0} ms, least {milliseconds[0]:0.0}, 95 % {milliseconds[times * 95 / 100]:0.0}; CPU of this process {cpu.TotalMilliseconds / times:0.0} ms");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
