namespace ForexE2E.Backtesting.LookAhead;

/// <summary>What is done to the future to see who looks at it.</summary>
public enum FutureTest
{
    /// <summary>It is taken away: the data ends at the bar's close.</summary>
    Truncated,

    /// <summary>It is another one: other prices, volumes, publications, some bars missing.</summary>
    Changed,
}
