namespace ForexE2E.Storage.MarketData;

/// <summary>Keeps the values that were last asked for, and forgets the one unused for longest when full. Not for several threads at once.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly LinkedList<(TKey Key, TValue Value)> _entries = [];

    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        for (LinkedListNode<(TKey Key, TValue Value)>? node = _entries.First; node is not null; node = node.Next)
        {
            if (EqualityComparer<TKey>.Default.Equals(node.Value.Key, key))
            {
                _entries.Remove(node);
                _entries.AddFirst(node);
                return node.Value.Value;
            }
        }

        TValue value = make();
        _entries.AddFirst((key, value));
        if (_entries.Count > capacity)
        {
            _entries.RemoveLast();
        }

        return value;
    }
}
