using System.Runtime.InteropServices;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>How a position ends: the closing quote, what slippage takes from it, and when in the bar.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExitFill(int Bar, int Quote, int Slippage, ExitReason Reason, bool IsAtOpen)
{
    /// <summary>Books the trade: net = gross - commission + swap goes to the balance.</summary>
    public Trade Settle<TMarket>(in TMarket market, BarSeries bars, in PositionView position, in OpenTrade open, long balance, int number)
        where TMarket : struct, IMarketModel
    {
        int side = (int)position.Side;
        int lots = position.MicroLots;
        int exit = Quote - (side * Slippage);
        long gross = market.Cents((long)(exit - position.EntryPoints) * side * lots, Bar);
        long commission = 2 * market.CommissionCents(lots);
        // The prices seen on bars it outlived, as closing quotes, and the exit itself.
        int shift = market.CloseShift(position.Side);
        bool outlivedBars = open.LowestWatched <= open.HighestWatched;
        int lowest = outlivedBars ? Math.Min(exit, open.LowestWatched + shift) : exit;
        int highest = outlivedBars ? Math.Max(exit, open.HighestWatched + shift) : exit;
        int down = Math.Max(0, position.EntryPoints - lowest);
        int up = Math.Max(0, highest - position.EntryPoints);
        (int adverse, int favourable) = position.Side == Side.Long ? (down, up) : (up, down);
        return new Trade
        {
            Number = number,
            Side = position.Side,
            MicroLots = lots,
            SignalBar = position.SignalBar,
            EntryBar = position.EntryBar,
            ExitBar = Bar,
            SignalTime = bars.EndOf(position.SignalBar),
            EntryTime = bars.StartOf(position.EntryBar),
            ExitTime = IsAtOpen ? bars.StartOf(Bar) : bars.EndOf(Bar),
            EntryPoints = position.EntryPoints,
            ExitPoints = exit,
            Reason = Reason,
            GrossCents = gross,
            CommissionCents = commission,
            SwapCents = open.SwapCents,
            SpreadCents = market.Cents((long)(open.Spread + market.Spread(Bar)) * lots, Bar) / 2,
            SlippageCents = market.Cents((long)(market.Slippage + Slippage) * lots, Bar),
            NotionalCents = open.NotionalCents,
            MaxAdversePoints = adverse,
            MaxFavourablePoints = favourable,
            MaxAdverseCents = market.Cents((long)adverse * lots, Bar),
            MaxFavourableCents = market.Cents((long)favourable * lots, Bar),
            BalanceCents = balance + gross - commission + open.SwapCents,
            Forecast = open.Forecast,
        };
    }
}
