using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ForexE2E.EndToEnd.Tests.Chaos;
using Npgsql;
using Xunit.Abstractions;

namespace ForexE2E.EndToEnd.Tests.Watching;

/// <summary>A coordinator, a worker and pages as processes, on a PostgreSQL whose nodes may create nothing, as an operator sees them.</summary>
public sealed class WatchedClusterTests(ITestOutputHelper output)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task A_run_is_seen_in_metrics_pages_and_logs_and_no_password_is()
    {
        if (Environment.GetEnvironmentVariable("FOREXE2E_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            output.WriteLine("SKIPPED: FOREXE2E_TEST_POSTGRES is not set; 'tests/postgres.sh start' prints a value for it.");
            return;
        }

        using Workspace workspace = new();
        await using LeastRights database = await LeastRights.Create(server);
        string owner = Write(workspace, "owner", database.Owner);
        string secret = Write(workspace, "node", database.Node);
        (await ForexProgram.Run(workspace.Folder, "migrate", "up", "--database-file", owner)).Expect(0);
        await Assert.ThrowsAsync<PostgresException>(() => database.AsNode("CREATE TABLE not_allowed (i int)"));

        string[] ports = Ports(5);
        string seeds = $"127.0.0.1:{ports[0]}";
        string[] watched = ["--log-format", "json", "--seed-nodes", seeds];
        using NodeProcess coordinator = new("c0", workspace.Folder, [], ["--role", "coordinator", "--port", ports[0], "--health-port", ports[1], "--database-file", secret, .. watched]);
        using NodeProcess worker = new("w0", workspace.Folder, [], ["--role", "worker", "--port", ports[2], "--health-port", ports[3], "--slots", "2", .. watched]);
        using NodeProcess web = new("web", workspace.Folder, [], ["--role", "web", "--health-port", ports[4], "--database-file", secret, .. watched]);
        NodeProcess[] nodes = [coordinator, worker, web];
        Array.ForEach(nodes, n => n.Start());
        await Ready($"http://127.0.0.1:{ports[3]}/health/ready");
        (await ForexProgram.Run(
            workspace.Folder, "run", "submit", "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-02-19", "--train-days", "20", "--test-days", "5", "--min-trades", "1",
            "--seed", "5", "--trials", "5", "--parallel", "2", "--seed-nodes", seeds, "--wait")).Expect(0);

        string metrics = await Http.GetStringAsync($"http://127.0.0.1:{ports[1]}/metrics");
        Assert.Matches("(?m)^forexe2e_trials_ended_total\\{state=\"completed\"\\} 5$", metrics);
        Assert.Matches("(?m)^forexe2e_cluster_members\\{role=\"worker\",status=\"up\"\\} 1$", metrics);
        Assert.Matches("(?m)^forexe2e_window_duration_seconds_count\\S* [1-9]", await Http.GetStringAsync($"http://127.0.0.1:{ports[3]}/metrics"));
        await Ready($"http://127.0.0.1:{ports[4]}/health/ready");
        string page = await Http.GetStringAsync($"http://127.0.0.1:{ports[4]}/");
        Assert.All(["5 of 5", "completed"], words => Assert.Contains(words, page, StringComparison.Ordinal));

        string log = string.Concat(nodes.Select(n => n.Log));
        Assert.All(log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Contains("\"Epoch\":1", log, StringComparison.Ordinal);
        Assert.DoesNotContain(LeastRights.Password, log + metrics + page, StringComparison.Ordinal);
    }

    private static async Task Ready(string address)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                using HttpResponseMessage answer = await Http.GetAsync(address, patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The process has not come so far.
            }

            await Task.Delay(200, patience.Token);
        }
    }

    private static string Write(Workspace workspace, string name, string text)
    {
        string file = Path.Combine(workspace.Folder, name);
        File.WriteAllText(file, text + "\n");
        return file;
    }

    private static string[] Ports(int count)
    {
        List<TcpListener> listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        listeners.ForEach(l => l.Start());
        string[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture))];
        listeners.ForEach(l => l.Dispose());
        return ports;
    }
}
