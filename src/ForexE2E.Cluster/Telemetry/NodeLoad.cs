namespace ForexE2E.Cluster.Telemetry;

/// <summary>How busy a node is now. Written by actors, read by whoever measures, at any time.</summary>
internal sealed class NodeLoad
{
    private int _slots;
    private int _busy;
    private int _trials;
    private Func<int>? _waitingWrites;
    private Func<QueueLoad>? _queue;

    /// <summary>Backtests the node may compute at once; 0 on one that computes none.</summary>
    public int Slots
    {
        get => Volatile.Read(ref _slots);
        set => Volatile.Write(ref _slots, value);
    }

    /// <summary>Slots at work, measurements after the search included.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Trials of a search under way here.</summary>
    public int Trials => Volatile.Read(ref _trials);

    /// <summary>How many writes wait for the store; null where there is none.</summary>
    public Func<int>? WaitingWrites
    {
        get => Volatile.Read(ref _waitingWrites);
        set => Volatile.Write(ref _waitingWrites, value);
    }

    /// <summary>How full the cluster's queue is; null where it does not live.</summary>
    public Func<QueueLoad>? Queue
    {
        get => Volatile.Read(ref _queue);
        set => Volatile.Write(ref _queue, value);
    }

    public void Begin(bool isTrial) => Change(isTrial, 1);

    public void End(bool isTrial) => Change(isTrial, -1);

    private void Change(bool isTrial, int by)
    {
        Interlocked.Add(ref _busy, by);
        Interlocked.Add(ref _trials, isTrial ? by : 0);
    }
}
