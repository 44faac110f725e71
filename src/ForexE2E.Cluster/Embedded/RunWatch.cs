using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Tools.PublishSubscribe;
using Akka.Event;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Embedded;

/// <summary>Passes the stored facts of runs to the watchers of this process, in order.</summary>
internal sealed class RunWatch : ReceiveActor
{
    private readonly Dictionary<Guid, AddWatcher> _watchers = [];
    private readonly ILoggingAdapter _log = Context.GetLogger();

    /// <param name="ready">Completed when facts begin to arrive.</param>
    public RunWatch(TaskCompletionSource ready)
    {
        Receive<SubscribeAck>(_ => ready.TrySetResult());
        Receive<AddWatcher>(m => _watchers[m.Key] = m);
        Receive<RemoveWatcher>(m => _watchers.Remove(m.Key));
        Receive<RunEvent>(Pass);
    }

    protected override void PreStart() => DistributedPubSub.Get(Context.System).Mediator.Tell(new Subscribe(RunPlaces.Topic, Self));

    private void Pass(RunEvent fact)
    {
        foreach (AddWatcher watcher in _watchers.Values.Where(w => w.RunId == fact.RunId).OrderBy(w => w.Order).ToImmutableArray())
        {
            try
            {
                watcher.OnEvent(fact);
            }
#pragma warning disable CA1031 // A watcher that throws must not stop the run or the other watchers.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _log.Error(e, "A watcher of run {RunId} failed on {Event}.", fact.RunId, fact.GetType().Name);
            }
        }
    }

    public sealed record AddWatcher(Guid Key, long Order, RunId RunId, Action<RunEvent> OnEvent) : ILocalMessage;

    public sealed record RemoveWatcher(Guid Key) : ILocalMessage;
}
