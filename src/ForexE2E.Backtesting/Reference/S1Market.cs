using System.Runtime.InteropServices;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Reference;

/// <summary>The market of the first reference rule: five points a side whatever the reason, stops watched on mid prices, no other cost, no margin; a point on a micro-lot is a cent.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct S1Market : IMarketModel
{
    private const int HalfSpread = 5;

    public int Slippage => 0;

    public int WatchShift(int bar, Side side) => 0;

    public int EntryShift(int bar, Side side) => HalfSpread * (int)side;

    public int CloseShift(Side side) => -HalfSpread * (int)side;

    public int Spread(int bar) => 2 * HalfSpread;

    public long Cents(long pointLots, int bar) => pointLots;

    public double CentsPerPoint(int bar) => 1;

    public long SwapCents(Side side, int microLots, int nights, int bar) => 0;

    public long CommissionCents(int microLots) => 0;

    public long CommissionWhileOpenCents(int microLots) => 0;

    public int LargestPosition(long equityCents, int entryPoints, int bar) => int.MaxValue;

    public bool CallsMargin(long equityCents, int microLots, int closePoints, int bar) => false;
}
