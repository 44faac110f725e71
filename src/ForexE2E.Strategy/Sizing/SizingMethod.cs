namespace ForexE2E.Strategy.Sizing;

/// <summary>How the base size follows from risk, in the order of the parameter's choices.</summary>
internal enum SizingMethod
{
    FixedFraction,
    Kelly,
    OptimalF,
    VolatilityAdjusted,

    /// <summary>Notional of one unit of equity whatever the risk: how the train span is traded.</summary>
    Unit,
}
