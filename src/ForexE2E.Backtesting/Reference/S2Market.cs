using System.Runtime.InteropServices;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Reference;

/// <summary>
/// The market of the second reference rule: mid prices with an even spread of each bar, commission of 3 cents a micro-lot and
/// side booked at the close, swap of -7 and +3 points a night; a point on a micro-lot is a cent. The rule itself keeps to its leverage.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct S2Market(int[] spread) : IMarketModel
{
    private const int CommissionCentsPerMicroLot = 3;
    private const int SwapLongPoints = -7;
    private const int SwapShortPoints = 3;

    public int Slippage => 0;

    public int WatchShift(int bar, Side side) => side == Side.Long ? BidShift(bar) : BidShift(bar) + spread[bar];

    public int EntryShift(int bar, Side side) => side == Side.Long ? BidShift(bar) + spread[bar] : BidShift(bar);

    public int CloseShift(Side side) => 0;

    public int Spread(int bar) => spread[bar];

    public long Cents(long pointLots, int bar) => pointLots;

    public double CentsPerPoint(int bar) => 1;

    public long SwapCents(Side side, int microLots, int nights, int bar) =>
        (long)(side == Side.Long ? SwapLongPoints : SwapShortPoints) * nights * microLots;

    public long CommissionCents(int microLots) => (long)CommissionCentsPerMicroLot * microLots;

    public long CommissionWhileOpenCents(int microLots) => 0;

    public int LargestPosition(long equityCents, int entryPoints, int bar) => int.MaxValue;

    public bool CallsMargin(long equityCents, int microLots, int closePoints, int bar) => false;

    private int BidShift(int bar) => -(spread[bar] >> 1);
}
