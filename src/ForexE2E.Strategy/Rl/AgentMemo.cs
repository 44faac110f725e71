namespace ForexE2E.Strategy.Rl;

/// <summary>Keeps the weights of tuned agents by what they depend on, the oldest forgotten first beyond the capacity. Thread-safe.</summary>
internal sealed class AgentMemo(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AgentKey, AgentWeights> _entries = [];
    private readonly Queue<AgentKey> _order = new();

    /// <summary>The weights of a key; <paramref name="tune"/> is called when they are not there. Two threads may tune the same at once: they find the same.</summary>
    public AgentWeights GetOrTune(AgentKey key, Func<AgentWeights> tune)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out AgentWeights? known))
                return known;
        }

        AgentWeights weights = tune();
        lock (_gate)
        {
            if (_entries.TryAdd(key, weights))
                _order.Enqueue(key);
            while (_order.Count > capacity)
                _entries.Remove(_order.Dequeue());
        }

        return weights;
    }
}
