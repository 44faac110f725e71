namespace ForexE2E.Backtesting.Liveness;

/// <summary>What differs between two trade lists.</summary>
public enum TradeChangeKind
{
    /// <summary>A trade that only one of the two has: another bar of entry or another side.</summary>
    Trades,

    /// <summary>The same entry in another size.</summary>
    Sizes,

    /// <summary>The same entry and size, closed elsewhere or for another reason.</summary>
    Exits,
}
