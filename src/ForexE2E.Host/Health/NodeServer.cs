using System.Globalization;
using System.Net;
using System.Text.Json;
using ForexE2E.Cluster.Health;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;

namespace ForexE2E.Host.Health;

/// <summary>
/// Answers an orchestrator and a scraper on one port: GET /health/live, /health/ready and /health/started (200 when well, 503
/// when not, with the parts as JSON), and /metrics in the text form of Prometheus.
/// </summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private const int MostConnections = 100;

    private readonly WebApplication _application;
    private readonly Serilog.ILogger _logger;
    private volatile NodeHealth? _health;

    private NodeServer(WebApplication application, Exports exports, Serilog.ILogger logger)
    {
        (_application, _logger) = (application, logger);
        application.UseOpenTelemetryPrometheusScrapingEndpoint(exports.Metrics, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
        application.Run(Answer);
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
        NodeServer? server = null;
        try
        {
            server = new NodeServer(Build(Listen(host, port), logger), exports, logger);
            await server._application.StartAsync();
            return server;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw new CommandException(
                ExitCode.WrongUsage,
                FormattableString.Invariant($"Health and metrics cannot be answered on {host}:{port}: {e.Message} Choose another --health-port or --health-hostname."),
                e);
        }
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    // Nothing from files or the environment, no signal handlers: the command line alone says what listens where.
    private static WebApplication Build(Action<KestrelServerOptions> listen, Serilog.ILogger logger)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Logging.AddProvider(new SerilogLoggerProvider(logger)).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxConcurrentConnections = MostConnections;
            options.Limits.MaxRequestBodySize = 0;
            listen(options);
        });
        return builder.Build();
    }

    private static Action<KestrelServerOptions> Listen(string host, int port) => host switch
    {
        "*" => options => options.ListenAnyIP(port),
        "localhost" => options => options.ListenLocalhost(port),
        _ when IPAddress.TryParse(host, out IPAddress? address) => options => options.Listen(address, port),
        _ => options => Array.ForEach(Dns.GetHostAddresses(host), a => options.Listen(a, port)),
    };

    private async Task Answer(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (await Report(context.Request.Path.Value, context.RequestAborted) is not { } report)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.StatusCode = report.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "application/json";
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new HealthDocument(report.IsHealthy, report.Parts), Documents.Default.HealthDocument);
        response.Headers.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
        _logger.Debug("Asked {Path}, answered {Status}", context.Request.Path.Value, response.StatusCode.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<HealthReport?> Report(string? path, CancellationToken cancellation) => (path, Health) switch
    {
        ("/health/live" or "/health/ready" or "/health/started", null) => HealthReport.Starting,
        ("/health/live", { } health) => await health.Live(cancellation),
        ("/health/ready", { } health) => await health.Ready(cancellation),
        ("/health/started", { } health) => health.Started(),
        _ => null,
    };

    /// <summary>Signals are the program's business, not this server's.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
