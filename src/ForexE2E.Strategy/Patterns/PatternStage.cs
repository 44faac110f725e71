namespace ForexE2E.Strategy.Patterns;

/// <summary>Where a pattern stands in its life; the last four are ends.</summary>
public enum PatternStage
{
    /// <summary>Drawn, not yet broken out of.</summary>
    Forming,

    /// <summary>Broken out of and confirmed; the price must come back to the level and hold.</summary>
    AwaitingRetest,

    /// <summary>May act, the gates and the quality permitting.</summary>
    Tradable,

    /// <summary>The target was reached.</summary>
    Fulfilled,

    /// <summary>The price closed where the pattern says it must not.</summary>
    Invalidated,

    /// <summary>The breakout bar's volume was too small.</summary>
    Unconfirmed,

    /// <summary>No breakout, no retest or no trade in time.</summary>
    Expired,
}
