using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Akka.Configuration;
using ForexE2E.Cluster.Clients;
using ForexE2E.Host.Http;
using ForexE2E.Host.Pages;
using ForexE2E.Host.Tests.Telemetry;
using ForexE2E.Testing.Contracts;
using ForexE2E.Testing.Fakes;
using Microsoft.AspNetCore.Builder;
using Serilog.Core;

namespace ForexE2E.Host.Tests.Pages;

public sealed class WebSiteTests : IAsyncLifetime
{
    private readonly InMemoryRunStore _store = new();
    private readonly HttpClient _http = new();
    private ClusterDoor _door = null!;
    private ClusterWatch _watch = null!;
    private WebApplication _site = null!;

    public async Task InitializeAsync()
    {
        int port = Ports.Free();
        // Nobody is there: the cluster is silent, and pages must be shown all the same.
        Config nobody = ConfigurationFactory.ParseString($"forexe2e.node.seed-nodes = [\"127.0.0.1:{Ports.Free()}\"]");
        _door = await ClusterDoor.Open(DoorSettings.Create(nobody, TimeSpan.FromSeconds(1)), null, default);
        _watch = ClusterWatch.Start(_door, TimeProvider.System, Logger.None);
        _site = await Site.Start("127.0.0.1", port, s => s.Run(new WebSite(_store, "PostgreSQL database x", _watch).Answer), Logger.None);
        _http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        await _store.CreateRun(SampleRuns.Run(1), default);
        await _store.AddTrials(SampleRuns.Run(1).Id, [SampleRuns.Trial(0)], default);
        await _store.FinishTrials(SampleRuns.Run(1).Id, [SampleRuns.Completed(0)], default);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _watch.DisposeAsync();
        await _door.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task A_browser_is_told_to_load_and_run_nothing_but_the_style_of_the_page()
    {
        using HttpResponseMessage answer = await _http.GetAsync("/");
        string page = await answer.Content.ReadAsStringAsync();
        string style = Regex.Match(page, "<style>(?<style>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["style"].Value;
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "DENY", "no-referrer"), (Header(answer, "X-Content-Type-Options"), Header(answer, "X-Frame-Options"), Header(answer, "Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Contains("No coordinator", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_is_to_be_had_as_JSON()
    {
        string id = SampleRuns.Run(1).Id.ToString();
        Assert.Contains(id, await _http.GetStringAsync($"/runs/{id}"), StringComparison.Ordinal);
        using JsonDocument runs = JsonDocument.Parse(await _http.GetStringAsync("/api/runs"));
        Assert.Equal(id, runs.RootElement.GetProperty("runs")[0].GetProperty("id").GetString());
        using JsonDocument run = JsonDocument.Parse(await _http.GetStringAsync($"/api/runs/{id}"));
        Assert.Equal(("run_show", 1), (run.RootElement.GetProperty("document").GetString(), run.RootElement.GetProperty("trials").GetArrayLength()));
    }

    [Theory]
    [InlineData("GET", "/runs/0f8fad5b-d9cb-469f-a165-70867728950f", HttpStatusCode.NotFound)]
    [InlineData("GET", "/runs/%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/cluster", HttpStatusCode.ServiceUnavailable)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/runs", HttpStatusCode.MethodNotAllowed)]
    public async Task It_answers_questions_and_takes_no_orders(string method, string path, HttpStatusCode expected)
    {
        using HttpRequestMessage question = new(new HttpMethod(method), path);
        using HttpResponseMessage answer = await _http.SendAsync(question);
        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_the_first_page_says_so_and_the_site_is_not_ready()
    {
        _store.BeAwayFor(3);
        Assert.Contains("away", await _http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync("/api/runs")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/health/ready")).StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
