using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Hosting;
using ForexE2E.Cluster.Addresses;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ForexE2E.Cluster.Embedded;

/// <summary>A whole cluster in this process: coordinator, queue, workers and persistence, for one machine without a server.</summary>
public sealed class EmbeddedCluster : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IActorRef _runs;
    private readonly IActorRef _watch;
    private readonly ConcurrentDictionary<RunId, TaskCompletionSource<RunOutcome>> _ends = new();
    private long _watchers;

    private EmbeddedCluster(IHost host)
    {
        _host = host;
        System = host.Services.GetRequiredService<ActorSystem>();
        IActorRegistry registry = ActorRegistry.For(System);
        _runs = registry.Get<RunRegionKey>();
        _watch = registry.Get<RunWatchKey>();
    }

    internal ActorSystem System { get; }

    /// <summary>Starts all actors and waits until the node is a cluster of itself.</summary>
    /// <exception cref="Akka.Configuration.ConfigurationException">A setting is missing or out of range.</exception>
    public static async Task<EmbeddedCluster> Start(ClusterParts parts, CancellationToken cancellation)
    {
        var watching = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IHost host = new HostBuilder()
            .ConfigureServices(services => services
                .AddSingleton<IHostLifetime, QuietLifetime>()
                .AddAkka("forexe2e", builder => builder.AddEmbeddedNode(parts, watching)))
            .Build();
        try
        {
            await host.StartAsync(cancellation);
            var cluster = new EmbeddedCluster(host);
            var node = Akka.Cluster.Cluster.Get(cluster.System);
            await node.JoinAsync(node.SelfAddress, cancellation);
            await watching.Task.WaitAsync(cancellation);
            return cluster;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Begins a run; completes when it is stored and under way.</summary>
    /// <exception cref="RunRejectedException">The definition, the data or the id is refused.</exception>
    public Task Submit(RunId id, RunDefinition definition, CancellationToken cancellation) =>
        Begin(new RunProtocol.SubmitRun(id, definition), cancellation);

    /// <summary>Goes on with a run that was stopped, interrupted or has failed.</summary>
    /// <exception cref="RunRejectedException">There is no such run, it has completed, or its data have changed.</exception>
    public Task Resume(RunId id, CancellationToken cancellation) => Begin(new RunProtocol.ResumeRun(id), cancellation);

    /// <summary>Ends a run early; completes when its workers have handed back and the end is stored. It can be resumed.</summary>
    /// <exception cref="RunRejectedException">There is no such run.</exception>
    public Task Stop(RunId id, CancellationToken cancellation) => Ask(new RunProtocol.StopRun(id), cancellation);

    /// <summary>How the run ends: Completed, Stopped or Failed. Only of runs that were submitted or resumed here.</summary>
    /// <exception cref="InvalidOperationException">The run was neither submitted nor resumed here.</exception>
    public Task<RunOutcome> Completion(RunId id) => _ends.TryGetValue(id, out TaskCompletionSource<RunOutcome>? end)
        ? end.Task
        : throw new InvalidOperationException($"Run {id} was neither submitted nor resumed by this process.");

    /// <summary>Calls back with each stored fact of a run from now on, one after another, until disposed. The call must be quick.</summary>
    public IDisposable Watch(RunId id, Action<RunEvent> onEvent)
    {
        var key = Guid.NewGuid();
        _watch.Tell(new RunWatch.AddWatcher(key, Interlocked.Increment(ref _watchers), id, onEvent));
        return new Watcher(() => _watch.Tell(new RunWatch.RemoveWatcher(key)));
    }

    /// <summary>Ends the process's cluster. Runs still under way stay Running in the store and can be resumed.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (TaskCompletionSource<RunOutcome> end in _ends.Values)
        {
            end.TrySetCanceled();
        }

        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task Begin(RunProtocol.ICommand command, CancellationToken cancellation)
    {
        var end = new TaskCompletionSource<RunOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<RunOutcome> kept = _ends.AddOrUpdate(command.RunId, end, (_, old) => old.Task.IsCompleted ? end : old);
        if (kept == end)
        {
            IDisposable? watcher = null;
            watcher = Watch(command.RunId, fact =>
            {
                if (fact is RunEvent.RunFinished finished)
                {
                    watcher?.Dispose();
                    end.TrySetResult(finished.Outcome);
                }
            });
        }

        try
        {
            await Ask(command, cancellation);
        }
        catch (RunRejectedException) when (kept == end)
        {
            _ends.TryRemove(new(command.RunId, end));
            throw;
        }
    }

    // Preparing a run reads its data, which may take its time: only the caller's patience ends the wait.
    private async Task Ask(RunProtocol.ICommand command, CancellationToken cancellation)
    {
        RunProtocol.IReply reply = await _runs.Ask<RunProtocol.IReply>(command, Timeout.InfiniteTimeSpan, cancellation);
        if (reply is RunProtocol.RunRejected rejected)
        {
            throw new RunRejectedException(rejected.Reason);
        }
    }

    private sealed class Watcher(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
