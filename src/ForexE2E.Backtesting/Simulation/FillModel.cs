using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>Where orders fill: bid and ask of every bar, from the price side of the series and its spread, and slippage. Made once a data set, shared by threads.</summary>
public sealed class FillModel
{
    /// <exception cref="ArgumentException">The file's spread was asked for and the bars have none, or a cost is out of range.</exception>
    public FillModel(BarSeries bars, CostSettings costs)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(costs);
        costs.Validated();
        Spread = SpreadColumn.Create(bars, costs);
        SlippagePoints = PipPoints.RoundUp(costs.SlippagePips);
        HalfSpreadsBelow = bars.Side switch
        {
            PriceSide.Bid => 0,
            PriceSide.Mid => 1,
            _ => 2,
        };
    }

    /// <summary>Ask less bid of each bar, points.</summary>
    internal int[] Spread { get; }

    /// <summary>Points by which market fills are worse than the quote.</summary>
    public int SlippagePoints { get; }

    /// <summary>How many half spreads the bid lies below a price of the series: 0, 1 or 2.</summary>
    internal int HalfSpreadsBelow { get; }
}
