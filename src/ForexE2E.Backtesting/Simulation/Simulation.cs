using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>One simulation under way: the loop, compiled for each kind of rule and market.</summary>
internal ref struct Simulation<TRule, TMarket>
    where TRule : struct, ITradingRule, allows ref struct
    where TMarket : struct, IMarketModel
{
    private const int BarsBetweenCancellationChecks = 4096;

    private readonly ReadOnlySpan<int> _open;
    private readonly ReadOnlySpan<int> _high;
    private readonly ReadOnlySpan<int> _low;
    private readonly ReadOnlySpan<int> _close;
    private readonly ReadOnlySpan<ushort> _events;
    private readonly BarSeries _bars;
    private readonly TradingCalendar _calendar;
    private readonly BarRange _range;
    private readonly long _startBalance;
    private readonly Span<long> _curve;
    private readonly ImmutableArray<DailyReturn>.Builder _days;
#pragma warning disable IDE0044 // Readonly fields would be copied before every call, and a rule's own state would not move.
    private TMarket _market;
    private TRule _rule;
#pragma warning restore IDE0044
    private PositionView _position;
    private OpenTrade _trade;
    private AccountView _account;
    private Decision _pending;
    private bool _isPending;
    private bool _isStopped;
    private EquityExtremes _extremes;
    private TradeLog _log;

    public Simulation(
        TRule rule, in TMarket market, BarSeries bars, TradingCalendar calendar, BarRange range, long startBalance, Span<long> curve)
    {
        (_bars, _calendar, _range, _startBalance) = (bars, calendar, range, startBalance);
        _open = bars.Open;
        _high = bars.High;
        _low = bars.Low;
        _close = bars.Close;
        _events = calendar.Events;
        _curve = curve;
        _days = ImmutableArray.CreateBuilder<DailyReturn>();
        _rule = rule;
        _market = market;
        _account = new AccountView { BalanceCents = startBalance, EquityCents = startBalance, DayStartEquityCents = startBalance };
        _extremes = new EquityExtremes(startBalance);
        _log = new TradeLog();
    }

    public void Run(CancellationToken cancellation)
    {
        int last = _range.End - 1;
        int bar = _range.First;
        while (bar < last)
        {
            cancellation.ThrowIfCancellationRequested();
            int pause = Math.Min(last, bar + BarsBetweenCancellationChecks);
            for (; bar < pause; bar++)
            {
                Play(bar);
                Mark(bar);
                Decide(bar);
            }
        }

        if (bar == last)
        {
            Play(last);
            if (_position.Side != Side.None)
            {
                Close(last, Watched(_close[last], last), ExitReason.WindowEnd, isAtOpen: false);
            }

            Mark(last);
            EndDay(last);
        }
    }

    public readonly SimulationResult ToResult() => new()
    {
        StartBalanceCents = _startBalance,
        EndBalanceCents = _account.BalanceCents,
        Trades = _log.ToImmutable(),
        DailyReturns = _days.DrainToImmutable(),
        Extremes = _extremes,
        WasMarginCalled = _isStopped,
    };

    public void Release() => _log.Release();

    /// <summary>What happens from a bar's start to just before its close.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Play(int bar)
    {
        int nights = _events[bar];
        if (nights != 0 && bar > _range.First)
        {
            PassNight(bar, nights);
        }

        if (_isPending)
        {
            CarryOut(bar);
        }

        if (_position.Side != Side.None)
        {
            Watch(bar);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PassNight(int bar, int nights)
    {
        EndDay(bar - 1);
        if (_position.Side != Side.None)
        {
            long swap = _market.SwapCents(_position.Side, _position.MicroLots, nights, bar);
            _trade.SwapCents += swap;
            _trade.AccruedCents += swap;
        }
    }

    private void EndDay(int lastBar)
    {
        long before = _account.DayStartEquityCents;
        // Nothing can be gained or lost on nothing: after ruin a day's return is 0.
        double change = before > 0 ? ((double)_account.EquityCents / before) - 1 : 0;
        _days.Add(new DailyReturn(_calendar.TradingDay(lastBar), change));
        _account.DayStartEquityCents = _account.EquityCents;
    }

    /// <summary>Carries out what was decided at the last close, at this bar's open.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CarryOut(int bar)
    {
        Decision decision = _pending;
        _isPending = false;
        if (_position.Side != Side.None)
        {
            bool isReversal = (int)decision.Signal == -(int)_position.Side;
            ExitReason reason = isReversal ? ExitReason.SignalReversal : decision.Exit;
            if (reason == ExitReason.None)
            {
                return;
            }

            Close(bar, Watched(_open[bar], bar), reason, isAtOpen: true);
        }

        if (decision.Signal != Side.None)
        {
            Open(bar, decision.Signal);
        }
    }

    private void Open(int bar, Side side)
    {
        int entry = _open[bar] + _market.EntryShift(bar, side) + ((int)side * _market.Slippage);
        _account.EquityCents = _account.BalanceCents;
        double centsPerPoint = _market.CentsPerPoint(bar);
        EntryContext context = new()
        {
            SignalBar = bar - 1,
            Side = side,
            EntryPoints = entry,
            CentsPerPoint = centsPerPoint,
            NotionalCents = centsPerPoint * entry,
            Account = _account,
        };
        EntryPlan plan = _rule.AtEntry(context);
        int lots = Math.Min(plan.MicroLots, _market.LargestPosition(_account.BalanceCents, entry, bar));
        if (lots <= 0)
        {
            return;
        }

        _position = new PositionView
        {
            Side = side,
            MicroLots = lots,
            SignalBar = bar - 1,
            EntryBar = bar,
            EntryPoints = entry,
            StopPoints = plan.StopPoints,
            TargetPoints = plan.TargetPoints,
        };
        _trade = new OpenTrade
        {
            StopReason = plan.StopReason,
            Forecast = plan.Forecast,
            AccruedCents = -_market.CommissionWhileOpenCents(lots),
            LowestWatched = int.MaxValue,
            HighestWatched = int.MinValue,
            Spread = _market.Spread(bar),
            NotionalCents = context.NotionalCents * lots,
        };
    }

    /// <summary>The stop, then the target, inside a bar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Watch(int bar)
    {
        int shift = _market.WatchShift(bar, _position.Side);
        int high = _high[bar] + shift;
        int low = _low[bar] + shift;
        int stop = _position.StopPoints;
        int target = _position.TargetPoints;
        bool isLong = _position.Side == Side.Long;
        if (stop != 0 && (isLong ? low <= stop : high >= stop))
        {
            int open = _open[bar] + shift;
            bool isGap = isLong ? open <= stop : open >= stop;
            Close(bar, isGap ? open : stop, _trade.StopReason, isGap);
        }
        else if (target != 0 && (isLong ? high >= target : low <= target))
        {
            int open = _open[bar] + shift;
            bool isGap = isLong ? open >= target : open <= target;
            Close(bar, isGap ? open : target, ExitReason.TakeProfit, isGap);
        }
        else
        {
            _trade.HighestWatched = Math.Max(_trade.HighestWatched, high);
            _trade.LowestWatched = Math.Min(_trade.LowestWatched, low);
        }
    }

    private readonly int Watched(int price, int bar) => price + _market.WatchShift(bar, _position.Side);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Close(int bar, int watched, ExitReason reason, bool isAtOpen)
    {
        Side side = _position.Side;
        // A target is a resting limit order: it fills at its price or better.
        int slippage = reason == ExitReason.TakeProfit ? 0 : _market.Slippage;
        int quote = watched + _market.CloseShift(side);
        ExitFill exit = new(bar, quote, slippage, reason, isAtOpen);
        Trade trade = exit.Settle(_market, _bars, _position, _trade, _account.BalanceCents, _log.Count + 1);
        _log.Add(trade);
        _account.BalanceCents = trade.BalanceCents;
        _position = default;
    }

    /// <summary>Values the account at a bar's close.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mark(int bar)
    {
        long equity = _account.BalanceCents;
        if (_position.Side != Side.None)
        {
            int quote = Watched(_close[bar], bar) + _market.CloseShift(_position.Side);
            long pointLots = (long)(quote - _position.EntryPoints) * ((int)_position.Side * _position.MicroLots);
            equity += _market.Cents(pointLots, bar) + _trade.AccruedCents;
            if (_market.CallsMargin(equity, _position.MicroLots, quote, bar))
            {
                Close(bar, Watched(_close[bar], bar), ExitReason.MarginCall, isAtOpen: false);
                equity = _account.BalanceCents;
                _isStopped = true;
            }
        }

        _account.EquityCents = equity;
        _extremes.Mark(equity);
        if (!_curve.IsEmpty)
        {
            _curve[bar - _range.First] = equity;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Decide(int bar)
    {
        Decision decision = _rule.AtClose(bar, _position, _account);
        if (_isStopped)
        {
            return;
        }

        if (decision.Signal != Side.None || decision.Exit != ExitReason.None)
        {
            _pending = decision;
            _isPending = true;
        }

        if (decision.StopPoints != 0 && _position.Side != Side.None)
        {
            _position.StopPoints = decision.StopPoints;
            _trade.StopReason = decision.StopReason;
        }
    }
}
