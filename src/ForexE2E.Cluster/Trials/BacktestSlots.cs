using Akka.Actor;
using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Trials;

/// <summary>
/// A node's right to compute: as many slots as cores, each with the runner that computes, given in the order of asking, taken back
/// from the dead. A node that leaves gives none any more and asks back those it gave. The runners are no children of the workers,
/// who would otherwise have to wait for a free thread before they could move to another node.
/// </summary>
public sealed class BacktestSlots : ReceiveActor
{
    private readonly LinkedList<IActorRef> _waiting = new();
    private readonly Dictionary<IActorRef, IActorRef> _holders = [];
    private readonly Queue<IActorRef> _runners;
    private IActorRef? _leaver;

    /// <param name="slots">Slots of the node, 1 or more.</param>
    /// <param name="niceness">Added to the nice value of the threads that compute.</param>
    public BacktestSlots(int slots, int niceness)
    {
        Props runner = Props.Create(() => new WindowRunner(niceness)).WithDispatcher("forexe2e.workers.dispatcher");
        _runners = new Queue<IActorRef>(Enumerable.Range(0, slots).Select(i => Context.ActorOf(runner, FormattableString.Invariant($"runner-{i}"))));
        NodeTelemetry.Of(Context.System).Load.Slots = slots;
        Receive<SlotProtocol.TakeSlot>(_ =>
        {
            // A worker that was begun anew does not know that it holds one.
            TakeBack(Sender);
            Context.Watch(Sender);
            _waiting.AddLast(Sender);
            Give();
        });
        Receive<SlotProtocol.FreeSlot>(_ => TakeBack(Sender));
        Receive<SlotProtocol.Drain>(_ => Drain());
        Receive<Terminated>(m => TakeBack(m.ActorRef));
    }

    private void Give()
    {
        while (_leaver is null && _runners.Count > 0 && _waiting.First is { Value: var worker })
        {
            _waiting.RemoveFirst();
            IActorRef runner = _runners.Dequeue();
            _holders.Add(worker, runner);
            worker.Tell(new SlotProtocol.SlotTaken(runner));
        }
    }

    private void TakeBack(IActorRef worker)
    {
        Context.Unwatch(worker);
        _waiting.Remove(worker);
        if (_holders.Remove(worker, out IActorRef? runner))
        {
            // It may still be at the last window of a worker that died, which was cancelled: the next work waits in its mailbox.
            _runners.Enqueue(runner);
        }

        Give();
        EndDrain();
    }

    private void Drain()
    {
        _leaver = Sender;
        foreach (IActorRef holder in _holders.Keys)
        {
            holder.Tell(SlotProtocol.SlotWithdrawn.Instance);
        }

        EndDrain();
    }

    private void EndDrain()
    {
        if (_holders.Count == 0)
        {
            _leaver?.Tell(SlotProtocol.Drained.Instance);
        }
    }
}
