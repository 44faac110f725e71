using ForexE2E.Cluster.Messages;

namespace ForexE2E.Cluster.Trials;

/// <summary>How the workers of a node share its processors. None of it travels.</summary>
public static class SlotProtocol
{
    /// <summary>The sender wants a slot; asking again while waiting or holding one changes nothing.</summary>
    public sealed record TakeSlot : ILocalMessage
    {
        public static TakeSlot Instance { get; } = new();
    }

    /// <summary>The receiver holds a slot now.</summary>
    public sealed record SlotTaken : ILocalMessage
    {
        public static SlotTaken Instance { get; } = new();
    }

    /// <summary>The sender computes no more.</summary>
    public sealed record FreeSlot : ILocalMessage
    {
        public static FreeSlot Instance { get; } = new();
    }
}
