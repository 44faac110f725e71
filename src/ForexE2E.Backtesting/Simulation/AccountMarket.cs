using System.Runtime.InteropServices;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// A retail account on a bar series: longs enter at the ask and are watched and closed at the bid, shorts the reverse; market
/// fills slip; margin limits size, and half of it lost to the required level closes the position.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct AccountMarket : IMarketModel
{
    /// <summary>Share of the required margin below which the broker closes (ESMA 2018/796, article 7).</summary>
    private const double CloseOutLevel = 0.5;

    private readonly int[] _spread;
    private readonly int _halfSpreadsBelow;
    private readonly double[]? _factors;
    private readonly double _factor;
    private readonly double _commission;
    private readonly double _swapLong;
    private readonly double _swapShort;
    private readonly double _leverage;

    public AccountMarket(FillModel fills, CostModel costs)
    {
        ArgumentNullException.ThrowIfNull(fills);
        ArgumentNullException.ThrowIfNull(costs);
        (_spread, _halfSpreadsBelow, Slippage) = (fills.Spread, fills.HalfSpreadsBelow, fills.SlippagePoints);
        (_factors, _factor) = (costs.Conversion.Column, costs.Conversion.Constant);
        _commission = costs.CommissionCentsPerMicroLot;
        (_swapLong, _swapShort, _leverage) = (costs.SwapLongPoints, costs.SwapShortPoints, costs.Leverage);
    }

    public int Slippage { get; }

    public int WatchShift(int bar, Side side) => side == Side.Long ? BidShift(bar) : BidShift(bar) + _spread[bar];

    public int EntryShift(int bar, Side side) => side == Side.Long ? BidShift(bar) + _spread[bar] : BidShift(bar);

    public int CloseShift(Side side) => 0;

    public int Spread(int bar) => _spread[bar];

    public double CentsPerPoint(int bar) => _factors is null ? _factor : _factors[bar];

    public long Cents(long pointLots, int bar) => Whole(pointLots * CentsPerPoint(bar));

    public long SwapCents(Side side, int microLots, int nights, int bar) =>
        Whole((side == Side.Long ? _swapLong : _swapShort) * nights * microLots * CentsPerPoint(bar));

    public long CommissionCents(int microLots) => Whole(_commission * microLots);

    public long CommissionWhileOpenCents(int microLots) => CommissionCents(microLots);

    public int LargestPosition(long equityCents, int entryPoints, int bar) =>
        (int)Math.Clamp(Math.Floor(equityCents * _leverage / (entryPoints * CentsPerPoint(bar))), 0, int.MaxValue);

    public bool CallsMargin(long equityCents, int microLots, int closePoints, int bar) =>
        equityCents * _leverage < CloseOutLevel * closePoints * CentsPerPoint(bar) * microLots;

    private static long Whole(double cents) => (long)Math.Round(cents);

    /// <summary>Half of an odd spread is rounded against the bid: bid = price - floor(s/2), ask = price + ceil(s/2) for mid prices.</summary>
    private int BidShift(int bar) => -((_spread[bar] * _halfSpreadsBelow) >> 1);
}
