using Akka.Actor;

namespace ForexE2E.Cluster.Trials;

/// <summary>A node's right to compute: as many slots as cores, given in the order of asking, taken back from the dead.</summary>
public sealed class BacktestSlots : ReceiveActor
{
    private readonly LinkedList<IActorRef> _waiting = new();
    private readonly HashSet<IActorRef> _holders = [];

    /// <param name="slots">Slots of the node, 1 or more.</param>
    public BacktestSlots(int slots)
    {
        Receive<SlotProtocol.TakeSlot>(_ =>
        {
            if (!_holders.Contains(Sender) && !_waiting.Contains(Sender))
            {
                Context.Watch(Sender);
                _waiting.AddLast(Sender);
                Give(slots);
            }
        });
        Receive<SlotProtocol.FreeSlot>(_ => TakeBack(Sender, slots));
        Receive<Terminated>(m => TakeBack(m.ActorRef, slots));
    }

    private void Give(int slots)
    {
        while (_holders.Count < slots && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            _holders.Add(first.Value);
            first.Value.Tell(SlotProtocol.SlotTaken.Instance);
        }
    }

    private void TakeBack(IActorRef worker, int slots)
    {
        Context.Unwatch(worker);
        _waiting.Remove(worker);
        _holders.Remove(worker);
        Give(slots);
    }
}
