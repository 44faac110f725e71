using System.Net;
using ForexE2E.Host.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;

namespace ForexE2E.Host.Http;

/// <summary>
/// A web server of this program: nothing from files or the environment, no signal handlers. The command line alone says what
/// listens where.
/// </summary>
internal static class Site
{
    private const int MostConnections = 100;

    /// <param name="host">An address or name of this machine, or * for all.</param>
    /// <exception cref="CommandException">The address cannot be listened on.</exception>
    public static async Task<WebApplication> Start(string host, int port, Action<WebApplication> answer, Serilog.ILogger logger)
    {
        WebApplication? site = null;
        try
        {
            site = Build(Listen(host, port), logger);
            answer(site);
            await site.StartAsync();
            return site;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            await (site?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw new CommandException(
                ExitCode.WrongUsage,
                FormattableString.Invariant($"Health and metrics cannot be answered on {host}:{port}: {e.Message} Choose another --health-port or --health-hostname."),
                e);
        }
    }

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

    /// <summary>Signals are the program's business, not this server's.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
