using ForexE2E.Strategy;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// Keeps fits that trials share: each is computed once even when several threads ask at the same time, and the one used
/// least recently is forgotten beyond the capacity. A failed or cancelled fit is not kept. Thread-safe.
/// </summary>
public sealed class FitCache
{
    /// <summary>Fits of a year of weekly windows for a few runs; a fit of 37 days of five-minute bars takes about 50 KB.</summary>
    public const int DefaultCapacity = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<FitKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private readonly int _capacity;

    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public FitCache(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <summary>Fits kept or under way.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The fit of a key; <paramref name="fit"/> is called when it is not there.</summary>
    /// <exception cref="OperationCanceledException">This caller's token was cancelled.</exception>
    public FittedWindow GetOrFit(FitKey key, Func<CancellationToken, FittedWindow> fit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(fit);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            LinkedListNode<Entry> node = Find(key, () => fit(cancellation));
            try
            {
                return node.Value.Fit.Value;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Whoever computed it was cancelled, not this caller: take it over.
                Forget(node);
            }
            catch
            {
                Forget(node);
                throw;
            }
        }
    }

    private LinkedListNode<Entry> Find(FitKey key, Func<FittedWindow> fit)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                _byUse.Remove(node);
            }
            else
            {
                node = new LinkedListNode<Entry>(new Entry(key, new Lazy<FittedWindow>(fit)));
                _entries.Add(key, node);
            }

            _byUse.AddLast(node);
            if (_entries.Count > _capacity)
            {
                _entries.Remove(_byUse.First!.Value.Key);
                _byUse.RemoveFirst();
            }

            return node;
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(node.Value.Key, out LinkedListNode<Entry>? known) && ReferenceEquals(known, node))
            {
                _entries.Remove(node.Value.Key);
                _byUse.Remove(node);
            }
        }
    }

    private sealed record Entry(FitKey Key, Lazy<FittedWindow> Fit);
}
