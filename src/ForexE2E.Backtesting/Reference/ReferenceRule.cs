namespace ForexE2E.Backtesting.Reference;

/// <summary>The two rules whose trade lists are known to the byte.</summary>
public enum ReferenceRule
{
    /// <summary>Crossing means, fixed size, stop on mid prices.</summary>
    S1,

    /// <summary>Bid and ask, risk sizing, commission, swap, target, time exit.</summary>
    S2,
}
