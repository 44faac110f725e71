using System.Globalization;
using System.Text.Json;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>Three coordinators and two workers on this machine, with one that starts them anew, as an orchestrator would.</summary>
internal sealed class ClusterUnderTest : IAsyncDisposable
{
    /// <summary>As in <see cref="Workspace"/>: a market so short that a trial takes a fraction of a second.</summary>
    private static readonly string[] ShortMarket =
    [
        "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-02-19", "--train-days", "20", "--test-days", "5", "--min-trades", "1", "--seed", "5",
    ];

    private const int NobodyAnswered = 8;
    private const int Coordinators = 3;

    /// <summary>Three coordinators, two workers.</summary>
    public const int NodeCount = 5;

    private readonly CancellationTokenSource _ending = new();
    private readonly string _seeds;
    private readonly Task _orchestrator;

    private ClusterUnderTest(string folder, INetwork network, PostgresServer database)
    {
        (Folder, Network) = (folder, network);
        _seeds = string.Join(',', Enumerable.Range(0, Coordinators).Select(n => $"{network.PlaceOf(n).Host}:{Text(network.PlaceOf(n).Port)}"));
        Nodes = [.. Enumerable.Range(0, NodeCount).Select(n => NodeOf(n, database))];
        _orchestrator = Task.Run(Orchestrate);
    }

    public string Folder { get; }

    public INetwork Network { get; }

    public IReadOnlyList<NodeProcess> Nodes { get; }

    public static async Task<ClusterUnderTest> Start(string folder, INetwork network, PostgresServer database)
    {
        (await ForexProgram.Run(folder, "migrate", "up", "--database", database.Address, "--json")).Expect(0);
        return new ClusterUnderTest(folder, network, database);
    }

    /// <summary>Gives a run to the cluster; its id.</summary>
    public async Task<string> Submit(int trials, int parallel)
    {
        string[] line = ["run", "submit", .. ShortMarket, "--trials", Text(trials), "--parallel", Text(parallel), "--seed-nodes", _seeds, "--json"];
        Ending end = await ForexProgram.Run(Folder, line);
        // A cluster that is still coming up on a busy machine gives no answer within the command's patience.
        for (int tries = 1; end.Code == NobodyAnswered && tries < 4; tries++)
        {
            end = await ForexProgram.Run(Folder, line);
        }

        return end.Expect(0).Document.GetProperty("run_id").GetString()!;
    }

    /// <summary>The same run in a single process without any fault; its trials.</summary>
    public async Task<JsonElement> Undisturbed(int trials)
    {
        (await ForexProgram.Run(Folder, ["optimize", .. ShortMarket, "--trials", Text(trials), "--parallel", "1", "--database", "sqlite:undisturbed.db", "--json"])).Expect(0);
        return await Trials("sqlite:undisturbed.db", null);
    }

    /// <summary>The trials of a run as 'run show' prints them.</summary>
    public async Task<JsonElement> Trials(string database, string? run) =>
        (await ForexProgram.Run(Folder, ["run", "show", .. run is null ? Array.Empty<string>() : [run], "--database", database, "--json"])).Expect(0).Document.GetProperty("trials");

    /// <summary>The coordinator that last said it conducts the run.</summary>
    public NodeProcess OwnerOf(string run)
    {
        string words = $"Run {run} is conducted here";
        return Nodes.Where(n => n.IsCoordinator)
            .MaxBy(n => n.Log.Split('\n').LastOrDefault(l => l.Contains(words, StringComparison.Ordinal)) ?? "", StringComparer.Ordinal)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _orchestrator;
        foreach (NodeProcess node in Nodes)
        {
            node.Dispose();
        }

        _ending.Dispose();
    }

    private NodeProcess NodeOf(int number, PostgresServer database)
    {
        (string host, int port) = Network.PlaceOf(number);
        bool coordinates = number < Coordinators;
        return new NodeProcess(coordinates ? $"c{number}" : $"w{number - Coordinators}", Folder, Network.CommandOf(number),
        [
            "--role", coordinates ? "coordinator" : "worker", "--hostname", host, "--port", Text(port), "--seed-nodes", _seeds, "--coordinators", Text(Coordinators),
            .. coordinates ? new[] { "--database", database.Address } : ["--slots", "1"],
        ]);
    }

    private async Task Orchestrate()
    {
        while (!_ending.IsCancellationRequested)
        {
            foreach (NodeProcess node in Nodes)
            {
                node.Start();
            }

            await Task.Delay(1000, _ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
