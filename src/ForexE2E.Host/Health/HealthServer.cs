using System.Net;
using System.Text.Json;
using ForexE2E.Cluster.Health;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using Serilog;

namespace ForexE2E.Host.Health;

/// <summary>Answers an orchestrator: GET /health/live, /health/ready and /health/started; 200 when well, 503 when not, with the parts as JSON.</summary>
internal sealed class HealthServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly NodeHealth _health;
    private readonly ILogger _logger;

    private HealthServer(NodeHealth health, ILogger logger) => (_health, _logger) = (health, logger);

    /// <exception cref="CommandException">The address cannot be listened on.</exception>
    public static HealthServer Start(string host, int port, NodeHealth health, ILogger logger)
    {
        HealthServer server = new(health, logger);
        try
        {
            foreach (string name in host == "127.0.0.1" ? (string[])[host, "localhost"] : [host])
            {
                server._listener.Prefixes.Add(FormattableString.Invariant($"http://{name}:{port}/"));
            }

            server._listener.Start();
        }
        catch (Exception e) when (e is HttpListenerException or ArgumentException or System.Net.Sockets.SocketException)
        {
            server.Dispose();
            throw new CommandException(ExitCode.WrongUsage, FormattableString.Invariant($"Health cannot be answered on {host}:{port}: {e.Message}. Choose another --health-port."), e);
        }

        _ = server.Serve();
        return server;
    }

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = Answer(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return; // The listener was closed.
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        try
        {
            HealthReport? report = await Report(context.Request.Url?.AbsolutePath);
            context.Response.StatusCode = report is null ? 404 : report.IsHealthy ? 200 : 503;
            context.Response.ContentType = "application/json";
            byte[] body = report is null ? [] : JsonSerializer.SerializeToUtf8Bytes(new HealthDocument(report.IsHealthy, report.Parts), Documents.Default.HealthDocument);
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
#pragma warning disable CA1031 // A question that cannot be answered must not end the node.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.Warning(e, "A question about health could not be answered");
            context.Response.Abort();
        }
    }

    private async Task<HealthReport?> Report(string? path) => path switch
    {
        "/health/live" => await _health.Live(CancellationToken.None),
        "/health/ready" => await _health.Ready(CancellationToken.None),
        "/health/started" => _health.Started(),
        _ => null,
    };
}
