namespace ForexE2E.Domain.Markets;

/// <summary>Which price the four prices of a bar are.</summary>
public enum PriceSide
{
    /// <summary>What a seller gets; the ask is the bid plus the spread.</summary>
    Bid,

    /// <summary>Half-way: bid and ask lie half a spread below and above.</summary>
    Mid,

    /// <summary>What a buyer pays; the bid is the ask less the spread.</summary>
    Ask,
}
