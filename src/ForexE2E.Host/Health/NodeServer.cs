using System.Text.Json;
using ForexE2E.Cluster.Health;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Http;
using ForexE2E.Host.Json;
using ForexE2E.Host.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ForexE2E.Host.Health;

/// <summary>
/// Answers an orchestrator and a scraper on one port: GET /health/live, /health/ready and /health/started (200 when well, 503
/// when not, with the parts as JSON), and /metrics in the text form of Prometheus.
/// </summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private WebApplication? _site;
    private volatile NodeHealth? _health;

    private NodeServer()
    {
    }

    /// <summary>The node that is asked about; until there is one it is not well.</summary>
    public NodeHealth? Health
    {
        get => _health;
        set => _health = value;
    }

    /// <param name="host">An address or name of this machine, or * for all.</param>
    /// <exception cref="CommandException">The address cannot be listened on.</exception>
    public static async Task<NodeServer> Start(string host, int port, Exports exports, Serilog.ILogger logger)
    {
        NodeServer server = new();
        server._site = await Site.Start(host, port, site => site.UseMetrics(exports).Run(server.Answer), logger);
        return server;
    }

    public async ValueTask DisposeAsync() => await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <summary>Writes a report as the answer.</summary>
    public static async Task Write(HttpContext context, HealthReport report)
    {
        HttpResponse response = context.Response;
        response.StatusCode = report.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "application/json";
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new HealthDocument(report.IsHealthy, report.Parts), Documents.Default.HealthDocument);
        response.Headers.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task Answer(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (await Report(context.Request.Path.Value, context.RequestAborted) is { } report)
        {
            await Write(context, report);
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task<HealthReport?> Report(string? path, CancellationToken cancellation) => (path, Health) switch
    {
        ("/health/live" or "/health/ready" or "/health/started", null) => HealthReport.Starting,
        ("/health/live", { } health) => await health.Live(cancellation),
        ("/health/ready", { } health) => await health.Ready(cancellation),
        ("/health/started", { } health) => health.Started(),
        _ => null,
    };
}
