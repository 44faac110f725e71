using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ForexE2E.Host.Health;
using ForexE2E.Host.Telemetry;
using Serilog.Core;

namespace ForexE2E.Host.Tests.Telemetry;

/// <summary>What /metrics answers, held against the page that lists it, the dashboard and the autoscaler.</summary>
[Collection(AloneCollection.Name)]
public sealed partial class ExportedMetricsTests
{
    private static readonly string Root = typeof(ExportedMetricsTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public async Task Every_metric_that_is_named_anywhere_is_exported_and_every_exported_one_is_listed()
    {
        string scraped = await Scrape();
        HashSet<string> exported = [.. TypeLine().Matches(scraped).Select(m => m.Groups["name"].Value)];
        IEnumerable<string> ours = exported.Where(n => n.StartsWith("forexe2e_", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        IEnumerable<string> listed = ListedName().Matches(Text("docs", "observability.md")).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal);
        Assert.Equal(listed, ours);

        using JsonDocument dashboard = JsonDocument.Parse(Text("k8s", "monitoring", "grafana-dashboard.json"));
        string[] shown = [.. Expressions(dashboard.RootElement).SelectMany(e => MetricName().Matches(e)).Select(m => m.Groups["name"].Value)];
        Assert.NotEmpty(shown);
        Assert.All(shown, name => Assert.Contains(Family(name), exported));
        Assert.Empty(ours.Except(shown.Select(Family)));

        string autoscaler = Text("k8s", "base", "worker", "horizontalpodautoscaler.yaml");
        Assert.All(["forexe2e_queue_depth"], name =>
        {
            Assert.Contains($"name: {name}", autoscaler, StringComparison.Ordinal);
            Assert.Contains(name, exported);
        });
    }

    [Fact]
    public async Task A_run_shows_in_what_a_scraper_reads()
    {
        string scraped = await Scrape();
        Assert.Matches("""(?m)^forexe2e_trials_ended_total\{state="completed"\} 4$""", scraped);
        Assert.Matches("""(?m)^forexe2e_trials_ended_total\{state="failed"\} 0$""", scraped);
        Assert.Matches("""(?m)^forexe2e_slots\S* 2$""", scraped);
        Assert.Matches("""(?m)^forexe2e_database_size_bytes\S* 4711$""", scraped);
        Assert.Matches("""(?m)^forexe2e_cluster_members\{role="worker",status="up"\} 1$""", scraped);
        Assert.Matches("""(?m)^target_info\{.*forexe2e_role="coordinator".*\} 1$""", scraped);
    }

    [Fact]
    public async Task A_node_that_is_still_starting_says_so_and_unknown_questions_are_refused()
    {
        using Exports exports = Exports.Start(new ExportSettings("worker", "127.0.0.1:1", null, IsScraped: true));
        int port = Ports.Free();
        await using NodeServer server = await NodeServer.Start("127.0.0.1", port, exports, Logger.None);
        using HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        using HttpResponseMessage starting = await http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, starting.StatusCode);
        Assert.Contains("starting", await starting.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(starting.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/health/well")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync("/health/live", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using Exports exports = Exports.Start(new ExportSettings("worker", "127.0.0.1:1", null, IsScraped: true));
        int port = Ports.Free();
        await using NodeServer server = await NodeServer.Start("127.0.0.1", port, exports, Logger.None);
        var refusal = await Assert.ThrowsAsync<Failures.CommandException>(() => NodeServer.Start("127.0.0.1", port, exports, Logger.None));
        Assert.Contains("--health-port", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Scrape()
    {
        using Exports exports = Exports.Start(new ExportSettings("coordinator", "127.0.0.1:4053", null, IsScraped: true));
        int port = Ports.Free();
        await using NodeServer server = await NodeServer.Start("127.0.0.1", port, exports, Logger.None);
        await using DatabaseGauge size = DatabaseGauge.Start(_ => Task.FromResult(4711L), TimeProvider.System);
        using HttpClient http = new();
        string scraped = "";
        await SmallRun.Complete(trials: 4, slots: 2, async () => scraped = await http.GetStringAsync($"http://127.0.0.1:{port}/metrics"));
        return scraped;
    }

    private static IEnumerable<string> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "expr" ? [p.Value.GetString()!] : Expressions(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        _ => [],
    };

    // A histogram is one family of three series.
    private static string Family(string series) => Suffix().Replace(series, "");

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    [GeneratedRegex(@"^# TYPE (?<name>\S+) ", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\| `(?<name>forexe2e_\w+)`", RegexOptions.Multiline)]
    private static partial Regex ListedName();

    [GeneratedRegex(@"(?<name>[a-z_0-9]+)\{")]
    private static partial Regex MetricName();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}
