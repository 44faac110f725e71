using Akka.Actor;
using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Trials;

/// <summary>
/// A node's right to compute: as many slots as cores, given in the order of asking, taken back from the dead. A node that leaves
/// gives none any more and asks back those it gave.
/// </summary>
public sealed class BacktestSlots : ReceiveActor
{
    private readonly LinkedList<IActorRef> _waiting = new();
    private readonly HashSet<IActorRef> _holders = [];
    private readonly int _slots;
    private IActorRef? _leaver;

    /// <param name="slots">Slots of the node, 1 or more.</param>
    public BacktestSlots(int slots)
    {
        _slots = slots;
        NodeTelemetry.Of(Context.System).Load.Slots = slots;
        Receive<SlotProtocol.TakeSlot>(_ =>
        {
            if (!_holders.Contains(Sender) && !_waiting.Contains(Sender))
            {
                Context.Watch(Sender);
                _waiting.AddLast(Sender);
                Give();
            }
        });
        Receive<SlotProtocol.FreeSlot>(_ => TakeBack(Sender));
        Receive<SlotProtocol.Drain>(_ => Drain());
        Receive<Terminated>(m => TakeBack(m.ActorRef));
    }

    private void Give()
    {
        while (_leaver is null && _holders.Count < _slots && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            _holders.Add(first.Value);
            first.Value.Tell(SlotProtocol.SlotTaken.Instance);
        }
    }

    private void TakeBack(IActorRef worker)
    {
        Context.Unwatch(worker);
        _waiting.Remove(worker);
        _holders.Remove(worker);
        Give();
        EndDrain();
    }

    private void Drain()
    {
        _leaver = Sender;
        foreach (IActorRef holder in _holders)
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
