using System.Globalization;
using System.Net;
using System.Net.Sockets;
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

    private readonly CancellationTokenSource _ending = new();
    private readonly string _seeds;
    private readonly Task _orchestrator;

    private ClusterUnderTest(string folder, PostgresServer database)
    {
        Folder = folder;
        int[] ports = FreePorts(5);
        _seeds = string.Join(',', ports[..3].Select(p => $"127.0.0.1:{p}"));
        Nodes = [.. ports.Select((port, i) => new NodeProcess(i < 3 ? $"c{i}" : $"w{i - 3}", folder,
        [
            "--role", i < 3 ? "coordinator" : "worker", "--port", Text(port), "--seed-nodes", _seeds, "--coordinators", "3",
            .. i < 3 ? new[] { "--database", database.Address } : ["--slots", "1"],
        ]))];
        _orchestrator = Task.Run(Orchestrate);
    }

    public string Folder { get; }

    public IReadOnlyList<NodeProcess> Nodes { get; }

    public static async Task<ClusterUnderTest> Start(string folder, PostgresServer database)
    {
        (await ForexProgram.Run(folder, "migrate", "up", "--database", database.Address, "--json")).Expect(0);
        return new ClusterUnderTest(folder, database);
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

    private static int[] FreePorts(int count)
    {
        List<TcpListener> listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        listeners.ForEach(l => l.Start());
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
