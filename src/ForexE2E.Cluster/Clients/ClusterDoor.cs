using Akka.Actor;
using Akka.Hosting;
using Akka.Remote.Hosting;
using ForexE2E.Cluster.Control;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Settings;
using ForexE2E.Domain.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ForexE2E.Cluster.Clients;

/// <summary>
/// The way into a running cluster for a program that is no member: it speaks to the coordinators, over the
/// nodes' own port and with their encryption, so that there is no second door to guard.
/// </summary>
public sealed class ClusterDoor : IAsyncDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    private readonly IHost _host;
    private readonly ActorSelection[] _doors;
    private readonly string _contacts;
    private readonly TimeSpan _patience;

    private ClusterDoor(IHost host, ActorSelection[] doors, DoorSettings settings)
    {
        (_host, _doors, _patience) = (host, doors, settings.Patience);
        _contacts = string.Join(", ", settings.Contacts);
    }

    /// <summary>Starts to speak; whether anybody answers shows with the first command.</summary>
    public static async Task<ClusterDoor> Open(DoorSettings settings, ILoggerFactory? logs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IHost host = new HostBuilder()
            .ConfigureServices(services => services
                .AddSingleton<IHostLifetime, QuietLifetime>()
                .AddAkka("forexe2e-client", builder => builder
                    .AddHocon(Hocon.Embedded(), HoconAddMode.Prepend)
                    .AddHocon("akka.actor.provider = remote", HoconAddMode.Prepend)
                    .AddLogs(logs, Akka.Event.LogLevel.WarningLevel)
                    .WithRemoting(Security.NodeTls.Options(settings.Hostname, settings.Hostname, 0, settings.Tls))))
            .Build();
        await host.StartAsync(cancellation);
        ActorSystem system = host.Services.GetRequiredService<ActorSystem>();
        string protocol = settings.Tls is null ? "akka.tcp" : "akka.ssl.tcp";
        return new ClusterDoor(host, [.. settings.Contacts.Select(c => system.ActorSelection($"{protocol}://forexe2e@{c}{DoorRegion.Path}"))], settings);
    }

    /// <summary>Begins a run; completes when it is stored and under way.</summary>
    /// <exception cref="RunRejectedException">The run is refused.</exception>
    /// <exception cref="ClusterSilentException">No coordinator answered.</exception>
    public Task Submit(RunId id, RunDefinition definition, int priority, CancellationToken cancellation) =>
        Command(new RunProtocol.SubmitRun(id, definition, priority), cancellation);

    /// <summary>Goes on with a run that was stopped.</summary>
    /// <exception cref="RunRejectedException">The run is refused.</exception>
    /// <exception cref="ClusterSilentException">No coordinator answered.</exception>
    public Task Resume(RunId id, CancellationToken cancellation) => Command(new RunProtocol.ResumeRun(id), cancellation);

    /// <summary>Stops a run; completes when its end is stored. It can be resumed.</summary>
    /// <exception cref="RunRejectedException">The run is refused.</exception>
    /// <exception cref="ClusterSilentException">No coordinator answered.</exception>
    public Task Stop(RunId id, CancellationToken cancellation) => Command(new RunProtocol.StopRun(id), cancellation);

    /// <summary>Ends a run for good; completes when its end is stored.</summary>
    /// <exception cref="RunRejectedException">The run is refused.</exception>
    /// <exception cref="ClusterSilentException">No coordinator answered.</exception>
    public Task Cancel(RunId id, CancellationToken cancellation) => Command(new RunProtocol.CancelRun(id), cancellation);

    /// <summary>Where a run is.</summary>
    /// <exception cref="RunRejectedException">There is no such run.</exception>
    /// <exception cref="ClusterSilentException">No coordinator answered.</exception>
    public async Task<RunProtocol.RunStatus> StatusOf(RunId id, CancellationToken cancellation) =>
        (RunProtocol.RunStatus)await Command(new RunProtocol.GetRun(id), cancellation);

    /// <summary>The cluster as a coordinator sees it.</summary>
    /// <exception cref="ClusterSilentException">No coordinator answered.</exception>
    public Task<ControlProtocol.ClusterStatus> Status(CancellationToken cancellation) =>
        Ask<ControlProtocol.ClusterStatus>(new ControlProtocol.GetCluster(), cancellation);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task<RunProtocol.IReply> Command(RunProtocol.ICommand command, CancellationToken cancellation)
    {
        RunProtocol.IReply reply = await Ask<RunProtocol.IReply>(command, cancellation);
        return reply is RunProtocol.RunRejected rejected ? throw new RunRejectedException(rejected.Reason) : reply;
    }

    // Every command may be repeated: one coordinator after another is asked until one answers or patience ends.
    private async Task<T> Ask<T>(object message, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        for (int turn = 0; ; turn++)
        {
            try
            {
                return await _doors[turn % _doors.Length].Ask<T>(message, AskAgain, patience.Token);
            }
            catch (Exception e) when (e is AskTimeoutException or OperationCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
                if (patience.IsCancellationRequested)
                {
                    throw new ClusterSilentException(
                        FormattableString.Invariant($"No coordinator answered within {_patience.TotalSeconds:0} s at {_contacts}: check that the cluster runs, the addresses, and the certificates."), e);
                }
            }
        }
    }
}
