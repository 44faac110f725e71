using Akka.Actor;
using Akka.Hosting;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ForexE2E.Cluster.Nodes;

/// <summary>One node of a cluster of several: joins, works, and leaves when asked, or ends when it must.</summary>
public sealed class ClusterNode : IAsyncDisposable
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);

    private readonly IHost _host;
    private readonly ActorSystem _system;
    private readonly TaskCompletionSource<NodeEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _pulse;
    private volatile bool _isUp;
    private volatile bool _isLeaving;

    private ClusterNode(IHost host, NodeParts parts, NodeSettings settings)
    {
        (_host, Settings) = (host, settings);
        _system = host.Services.GetRequiredService<ActorSystem>();
        Health = new NodeHealth(_system, () => _isUp, parts.Store);
        var pulse = new Pulse(parts.Time, settings.UpWithin, settings.LongestPause);
        _pulse = parts.Time.CreateTimer(_ => Beat(pulse), null, BeatEvery, BeatEvery);
        _ = _system.WhenTerminated.ContinueWith(_ => Terminated(), TaskScheduler.Default);
    }

    /// <summary>Who the node is.</summary>
    public NodeSettings Settings { get; }

    /// <summary>How it is.</summary>
    public NodeHealth Health { get; }

    /// <summary>Completes when the node is no more. The process should end then: what is left of it is not to be used.</summary>
    public Task<NodeEnd> Ended => _end.Task;

    /// <summary>Starts the actors and begins to join; does not wait for the others.</summary>
    /// <exception cref="Akka.Configuration.ConfigurationException">A setting is missing or out of range.</exception>
    public static async Task<ClusterNode> Start(NodeParts parts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Role == NodeRole.Coordinator && parts.Store is null)
        {
            throw new ArgumentException("A coordinator needs a store.", nameof(parts));
        }

        (Akka.Configuration.Config config, NodeSettings settings) = NodeConfiguration.Of(parts);
        IHost host = new HostBuilder()
            .ConfigureServices(services => services
                .AddSingleton<IHostLifetime, QuietLifetime>()
                .AddAkka("forexe2e", builder => builder.AddNode(parts, config, settings)))
            .Build();
        try
        {
            await host.StartAsync(cancellation);
            var node = new ClusterNode(host, parts, settings);
            node.Join();
            return node;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Hands its work back and leaves; completes when the others know, or the time for it is over.</summary>
    public async Task Leave()
    {
        _isLeaving = true;
        await CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClusterLeavingReason.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _isLeaving = true;
        await _pulse.DisposeAsync();
        await _host.StopAsync();
        _host.Dispose();
    }

    // Joining begins when all actors are in place, so that no message finds a part missing.
    private void Join()
    {
        var cluster = Akka.Cluster.Cluster.Get(_system);
        cluster.RegisterOnMemberUp(() => _isUp = true);
        Address self = cluster.SelfAddress;
        cluster.JoinSeedNodes(Settings.SeedNodes.Select(s => new Address(self.Protocol, self.System, s.Host, s.Port)));
    }

    private void Beat(Pulse pulse)
    {
        if (!_isLeaving && pulse.Beat(_isUp) is { } reason)
        {
            _end.TrySetResult(new NodeEnd(false, reason));
        }
    }

    private void Terminated() => _end.TrySetResult(_isLeaving
        ? new NodeEnd(true, "left the cluster")
        : new NodeEnd(false, "the cluster gave this node up: it was unreachable for too long, or in the smaller part of a split"));
}
