using Akka.Actor;
using ForexE2E.Cluster.Messages;

namespace ForexE2E.Cluster.Trials;

/// <summary>How the workers of a node share its processors. None of it travels.</summary>
public static class SlotProtocol
{
    /// <summary>The sender wants a slot; whoever asks again, as a worker that was begun anew, gives back what it held and stands last in line.</summary>
    public sealed record TakeSlot : ILocalMessage
    {
        public static TakeSlot Instance { get; } = new();
    }

    /// <summary>The receiver holds a slot now, and the runner computes for it until it frees the slot.</summary>
    public sealed record SlotTaken(IActorRef Runner) : ILocalMessage;

    /// <summary>The node leaves: the receiver is to hand its work back and free its slot.</summary>
    public sealed record SlotWithdrawn : ILocalMessage
    {
        public static SlotWithdrawn Instance { get; } = new();
    }

    /// <summary>The node leaves: no slot is given any more; answered by <see cref="Drained"/> when none is held.</summary>
    public sealed record Drain : ILocalMessage
    {
        public static Drain Instance { get; } = new();
    }

    /// <summary>Nothing is computed on this node any more.</summary>
    public sealed record Drained : ILocalMessage
    {
        public static Drained Instance { get; } = new();
    }

    /// <summary>The sender computes no more.</summary>
    public sealed record FreeSlot : ILocalMessage
    {
        public static FreeSlot Instance { get; } = new();
    }
}
