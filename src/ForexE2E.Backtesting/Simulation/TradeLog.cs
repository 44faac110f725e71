using System.Buffers;
using System.Collections.Immutable;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>Collects trades in rented memory, so that a simulation allocates no more than its result.</summary>
internal struct TradeLog()
{
    private Trade[] _trades = ArrayPool<Trade>.Shared.Rent(64);

    public int Count { readonly get; private set; }

    public void Add(in Trade trade)
    {
        if (Count == _trades.Length)
        {
            Trade[] larger = ArrayPool<Trade>.Shared.Rent(2 * Count);
            _trades.AsSpan().CopyTo(larger);
            ArrayPool<Trade>.Shared.Return(_trades);
            _trades = larger;
        }

        _trades[Count++] = trade;
    }

    public readonly ImmutableArray<Trade> ToImmutable() => ImmutableArray.Create(_trades, 0, Count);

    public void Release()
    {
        ArrayPool<Trade>.Shared.Return(_trades);
        _trades = [];
    }
}
