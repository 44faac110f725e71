using System.Collections.Concurrent;
using System.Net;
using ForexE2E.Host.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ForexE2E.Host.Tests.Telemetry;

/// <summary>An OpenTelemetry collector of the test's own gets what a node sends.</summary>
[Collection(AloneCollection.Name)]
public sealed class CollectorTests
{
    [Fact]
    public async Task The_collector_that_is_named_gets_spans_in_the_trace_of_the_run_and_metrics()
    {
        ConcurrentBag<(string Path, byte[] Body)> received = [];
        int port = Ports.Free();
        await using WebApplication collector = await Collect(port, received);
        byte[] trace;
        using (Exports.Start(new ExportSettings("coordinator", "127.0.0.1:4053", new Uri($"http://127.0.0.1:{port}"), IsScraped: false)))
        {
            trace = (await SmallRun.Complete(2, 1, () => Task.CompletedTask)).Value.ToByteArray(bigEndian: true);
        }

        Assert.Contains(received, r => r.Path.EndsWith("TraceService/Export", StringComparison.Ordinal) && r.Body.AsSpan().IndexOf(trace) >= 0 && r.Body.AsSpan().IndexOf("window"u8) >= 0);
        Assert.Contains(received, r => r.Path.EndsWith("MetricsService/Export", StringComparison.Ordinal) && r.Body.AsSpan().IndexOf("forexe2e.trials.ended"u8) >= 0);
    }

    [Fact]
    public void Without_a_collector_and_a_scraper_nothing_is_prepared()
    {
        using Exports exports = Exports.Start(new ExportSettings("worker", "127.0.0.1:4053", null, IsScraped: false));
        Assert.Throws<InvalidOperationException>(() => exports.Metrics);
    }

    // gRPC: any answer of one empty message will do.
    private static async Task<WebApplication> Collect(int port, ConcurrentBag<(string Path, byte[] Body)> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, port, l => l.Protocols = HttpProtocols.Http2));
        WebApplication collector = builder.Build();
        collector.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            received.Add((context.Request.Path.Value!, body.ToArray()));
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", "0");
        });
        await collector.StartAsync();
        return collector;
    }
}
