namespace ForexE2E.Strategy.Sssd;

/// <summary>Keeps forecasts by settings; of more than eight settings those unused for longest are forgotten. Thread-safe.</summary>
internal sealed class ForecastCache
{
    private const int SettingsKept = 8;
    private readonly Lock _gate = new();
    private readonly LinkedList<ForecastShelf> _byUse = new();
    private int _made;

    /// <summary>Forecasts put in so far, also those forgotten since.</summary>
    public int Made => Volatile.Read(ref _made);

    /// <summary>The forecasts made under settings.</summary>
    public ForecastShelf Of(ForecastSettings settings)
    {
        lock (_gate)
        {
            LinkedListNode<ForecastShelf>? node = _byUse.First;
            while (node is not null && node.Value.Settings != settings)
            {
                node = node.Next;
            }

            if (node is null)
            {
                node = new LinkedListNode<ForecastShelf>(new ForecastShelf(settings, () => Interlocked.Increment(ref _made)));
            }
            else
            {
                _byUse.Remove(node);
            }

            _byUse.AddFirst(node);
            if (_byUse.Count > SettingsKept)
            {
                _byUse.RemoveLast();
            }

            return node.Value;
        }
    }
}
