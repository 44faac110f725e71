using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// How the prices of a bar series become fills, and points become money. Implemented by structs, so that the simulator's
/// loop is compiled for each. Prices and shifts are points, money is cents of the account currency.
/// </summary>
public interface IMarketModel
{
    /// <summary>Points by which a market fill is worse than the quoted price; not negative.</summary>
    int Slippage { get; }

    /// <summary>What to add to a price of the series to get the price that a position's stop and target are compared with.</summary>
    int WatchShift(int bar, Side side);

    /// <summary>What to add to a price of the series to get the quote at which this side is entered, without slippage.</summary>
    int EntryShift(int bar, Side side);

    /// <summary>What to add to a watched price to get the quote at which this side is closed; 0 where that quote itself is watched.</summary>
    int CloseShift(Side side);

    /// <summary>Ask less bid, for the record of costs.</summary>
    int Spread(int bar);

    /// <summary>Money of points times micro-lots at a bar's price, rounded half to even.</summary>
    long Cents(long pointLots, int bar);

    /// <summary>Cents that one micro-lot gains when the price rises by one point.</summary>
    double CentsPerPoint(int bar);

    /// <summary>Financing of a position over some nights; negative is paid.</summary>
    long SwapCents(Side side, int microLots, int nights, int bar);

    /// <summary>Commission of one side of a trade; not negative.</summary>
    long CommissionCents(int microLots);

    /// <summary>The part of the commission that equity shows while the position is open.</summary>
    long CommissionWhileOpenCents(int microLots);

    /// <summary>The largest position, in micro-lots, that the equity can carry at this fill price.</summary>
    int LargestPosition(long equityCents, int entryPoints, int bar);

    /// <summary>Whether the broker closes a position because the equity no longer carries it.</summary>
    bool CallsMargin(long equityCents, int microLots, int closePoints, int bar);
}
