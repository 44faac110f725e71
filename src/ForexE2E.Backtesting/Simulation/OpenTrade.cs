using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>What the simulator keeps of an open position beyond what a rule may see.</summary>
internal struct OpenTrade
{
    public ExitReason StopReason;

    /// <summary>What was forecast when it was decided.</summary>
    public ForecastQuantiles? Forecast;

    /// <summary>Financing booked so far.</summary>
    public long SwapCents;

    /// <summary>What equity shows beyond the open profit: swap, less the commission of the entry where the market says so.</summary>
    public long AccruedCents;

    /// <summary>Least and greatest watched price on bars the position outlived.</summary>
    public int LowestWatched;

    public int HighestWatched;

    /// <summary>Spread at entry.</summary>
    public int Spread;

    public double NotionalCents;
}
