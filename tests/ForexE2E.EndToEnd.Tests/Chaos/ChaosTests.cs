using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>
/// Kills, stops, starves and cuts off real processes while they work: five faults with every run of the tests, more where asked to:
/// FOREXE2E_CHAOS_FAULTS=50 FOREXE2E_CHAOS_TRIALS=200 FOREXE2E_CHAOS_SEED=1, with the log in FOREXE2E_CHAOS_LOG and those of the nodes
/// beside it.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper words)
{
    private const int QuietTrials = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<(string Id, int Trials)> _runs = [];

    [Fact]
    public async Task Whatever_dies_every_run_ends_with_each_trial_once_and_as_if_nothing_had_happened()
    {
        if (Environment.GetEnvironmentVariable("FOREXE2E_TEST_POSTGRES") is null || OperatingSystem.IsWindows())
        {
            words.WriteLine("SKIPPED: no PostgreSQL for the test (FOREXE2E_TEST_POSTGRES is not set)");
            return;
        }

        int trials = Setting("FOREXE2E_CHAOS_TRIALS", 80);
        using Workspace place = new();
        await using INetwork network = await NamespaceNetwork.Open(ClusterUnderTest.NodeCount) ?? (INetwork)new Loopback(ClusterUnderTest.NodeCount);
        Say(network.CanBeCut ? "each node has a network namespace of its own" : "SKIPPED: no partitions, since this machine allows no network namespaces; nodes speak over loopback");
        FaultDeck deck = new((ulong)Setting("FOREXE2E_CHAOS_SEED", 1), network.CanBeCut);
        await using PostgresServer database = await PostgresServer.Start(network);
        await using ClusterUnderTest cluster = await ClusterUnderTest.Start(place.Folder, network, database);
        string quiet = await Submit(cluster, QuietTrials, parallel: 1);
        string busy = await Submit(cluster, trials, parallel: 4);
        List<double> recoveries = [];
        for (int i = 1, faults = Setting("FOREXE2E_CHAOS_FAULTS", 5); i <= faults; i++)
        {
            busy = await IsOver(database, busy) ? await Submit(cluster, trials, parallel: 4) : busy;
            await Task.Delay(1000 + deck.Below(14000));
            await Strike(i, deck, cluster, database, busy);
            recoveries.Add(await Recovery(database));
        }

        await AwaitEnds(database);
        KeepLogs(cluster);
        Say(FormattableString.Invariant($"resumed after: most {recoveries.Max():0.0} s, median {recoveries.Order().ElementAt(recoveries.Count / 2):0.0} s; starts: {string.Join(", ", cluster.Nodes.Select(n => $"{n.Name} {n.Starts}"))}"));
        foreach ((string id, int planned) in _runs)
        {
            await AssertWhole(database, id, planned);
        }

        AssertSame(await cluster.Undisturbed(QuietTrials), await cluster.Trials(database.Address, quiet));
        Say("the run of one trial at a time has the parameters and results of an undisturbed one");
    }

    private async Task<string> Submit(ClusterUnderTest cluster, int trials, int parallel)
    {
        string id = await cluster.Submit(trials, parallel);
        _runs.Add((id, trials));
        Say($"run {id}: {trials} trials, {parallel} at once");
        return id;
    }

    private async Task Strike(int number, FaultDeck deck, ClusterUnderTest cluster, PostgresServer database, string run)
    {
        FaultKind kind = deck.Next();
        NodeProcess[] workers = [.. cluster.Nodes.Where(n => !n.IsCoordinator)];
        NodeProcess[] coordinators = [.. cluster.Nodes.Where(n => n.IsCoordinator)];
        NodeProcess node = kind switch
        {
            FaultKind.KillWorker => workers[deck.Below(workers.Length)],
            FaultKind.KillOwner => cluster.OwnerOf(run),
            FaultKind.Partition => coordinators[deck.Below(coordinators.Length)],
            _ => cluster.Nodes[deck.Below(cluster.Nodes.Count)],
        };
        Say($"fault {number}: {kind} {(kind == FaultKind.StopDatabase ? "" : node.Name)}");
        switch (kind)
        {
            case FaultKind.KillWorker or FaultKind.KillOwner:
                node.Signal("KILL");
                break;
            case FaultKind.Terminate:
                node.Signal("TERM");
                break;
            case FaultKind.Pause:
                node.Signal("STOP");
                await Task.Delay(8000);
                node.Signal("CONT");
                break;
            case FaultKind.StopDatabase:
                await database.Halt();
                await Task.Delay(5000);
                await database.GoOn();
                break;
            case FaultKind.Partition:
                await Partition(cluster, node, workers[deck.Below(workers.Length)], deck.Below(2) == 0 ? 6 : 35);
                break;
        }
    }

    // The shorter one is over before anybody is given up, the longer one costs the smaller part its processes.
    private async Task Partition(ClusterUnderTest cluster, NodeProcess coordinator, NodeProcess worker, int seconds)
    {
        Say($"  cut off with {worker.Name}, for {seconds} s");
        await cluster.Network.Cut([.. cluster.Nodes.Index().Where(n => n.Item == coordinator || n.Item == worker).Select(n => n.Index)]);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        await cluster.Network.Heal();
    }

    // Seconds until a trial has been stored that was not before, or all runs are over.
    private async Task<double> Recovery(PostgresServer database)
    {
        Stopwatch since = Stopwatch.StartNew();
        long before = await Finished(database);
        while (since.Elapsed < Patience && await Finished(database) <= before && !await AllOver(database))
        {
            await Task.Delay(200);
        }

        Say(FormattableString.Invariant($"  resumed after {since.Elapsed.TotalSeconds:0.0} s"));
        return since.Elapsed.TotalSeconds;
    }

    private async Task AwaitEnds(PostgresServer database)
    {
        Stopwatch since = Stopwatch.StartNew();
        long finished = -1;
        while (!await AllOver(database))
        {
            long now = await Finished(database);
            if (now != finished)
            {
                (finished, since) = (now, Stopwatch.StartNew());
            }

            Assert.True(since.Elapsed < Patience, $"Nothing was stored for {Patience.TotalMinutes} minutes, and not all runs have ended.");
            await Task.Delay(500);
        }
    }

    private async Task AssertWhole(PostgresServer database, string id, int planned)
    {
        string of = $"where run_id = (select id from optimization_runs where run_uuid = '{id}')";
        string status = (await database.Rows($"select status from optimization_runs where run_uuid = '{id}'")).Single()[0];
        string[] counts = (await database.Rows(
            $"select (select count(*) from trials {of} and state = 'completed'), (select count(*) from trials {of}), (select max(trial_number) + 1 from trials {of}), "
            + $"(select count(*) from optimization_results {of} and regime = 'global'), (select count(*) from optimization_parameters {of})")).Single();
        Say($"run {id}: {status}, completed {counts[0]} of {planned}, trials {counts[1]}, results {counts[3]}, parameter rows {counts[4]}: lost {planned - Number(counts[0])}, doubled {Number(counts[3]) - planned}");
        Assert.Equal("completed", status);
        Assert.Equal([planned, planned, planned, planned, planned * 90], counts.Select(Number));
    }

    private static void AssertSame(JsonElement undisturbed, JsonElement disturbed)
    {
        Assert.Equal(undisturbed.GetArrayLength(), disturbed.GetArrayLength());
        foreach ((JsonElement one, JsonElement other) in undisturbed.EnumerateArray().Zip(disturbed.EnumerateArray()))
        {
            foreach (string part in (string[])["number", "parameters", "state", "score", "metrics"])
            {
                Assert.Equal(one.GetProperty(part).GetRawText(), other.GetProperty(part).GetRawText());
            }
        }
    }

    private async Task<bool> AllOver(PostgresServer database)
    {
        foreach ((string id, _) in _runs)
        {
            if (!await IsOver(database, id))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> IsOver(PostgresServer database, string id) =>
        (await database.Rows($"select status from optimization_runs where run_uuid = '{id}' and status <> 'running'")).Count == 1;

    private static async Task<long> Finished(PostgresServer database) =>
        (await database.Rows("select count(*) from trials where finished_at is not null")) is [var row] ? Number(row[0]) : -1;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Setting(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? Number(text) : usual;

    private static void KeepLogs(ClusterUnderTest cluster)
    {
        if (Environment.GetEnvironmentVariable("FOREXE2E_CHAOS_LOG") is { Length: > 0 } file)
        {
            foreach (NodeProcess node in cluster.Nodes)
            {
                File.Copy(node.LogFile, $"{file}.{node.Name}", overwrite: true);
            }
        }
    }

    private void Say(string text)
    {
        string line = FormattableString.Invariant($"{_clock.Elapsed.TotalSeconds,7:0.0}  {text}");
        words.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FOREXE2E_CHAOS_LOG") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
