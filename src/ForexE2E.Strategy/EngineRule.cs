using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Risk;
using ForexE2E.Strategy.Sizing;

namespace ForexE2E.Strategy;

/// <summary>
/// The strategy under one parameter set, bar by bar. Exits in the order daily loss limit, time exit, stops and target (which
/// the simulator watches), signal reversal. Keeps state between bars: ask it in order, from the span's first bar, and make a
/// new one for another pass. The default value never trades.
/// </summary>
public struct EngineRule : ITradingRule
{
    private readonly RuleColumns? _columns;
    private readonly FittedWindow? _fit;
    private readonly RiskSettings _risk;
    private readonly PositionSizer _sizer;
    private readonly SignalChain _chain;
    private PositionWatch _watch;
    private DailyLossGuard _guard;
    private EntryOutlook _outlook;
    private TechnicalTerms _terms;

    internal EngineRule(RuleColumns columns, FittedWindow fit, in RiskSettings risk, in PositionSizer sizer, SignalChain chain)
    {
        _columns = columns;
        _fit = fit;
        _risk = risk;
        _sizer = sizer;
        _chain = chain;
        _watch = PositionWatch.Idle;
        _guard = DailyLossGuard.Open;
    }

    /// <inheritdoc/>
    public Decision AtClose(int bar, in PositionView position, in AccountView account)
    {
        Decision decision = default;
        if (_columns is null)
        {
            return decision;
        }

        // Patterns count bars, so they are heard even where nothing may be entered.
        _outlook = _chain.At(bar, _fit!.UpProbabilityAt(bar), _fit.RegimeAt(bar), position.Side);
        bool isBlocked = _guard.IsBlocked(_columns.TradingDays[bar], account, _risk.DailyLossLimit);
        if (position.Side != Side.None)
        {
            if (isBlocked || IsHeldTooLong(bar, position))
            {
                decision.Exit = isBlocked ? ExitReason.DailyLossLimit : ExitReason.TimeExit;
                return decision;
            }

            _watch.Follow(bar, position, _columns.Bars, _risk, _terms, ref decision);
        }

        Side signal = isBlocked ? Side.None : _outlook.Side;
        decision.Signal = signal == position.Side ? Side.None : signal;
        return decision;
    }

    /// <inheritdoc/>
    public EntryPlan AtEntry(in EntryContext context)
    {
        if (_columns is null || context.Side == Side.None)
        {
            return default;
        }

        int bar = context.SignalBar;
        EntryOutlook outlook = _outlook.Side == context.Side ? _outlook : new EntryOutlook(context.Side, 0, 1, default);
        _terms = outlook.Terms;
        StopPlan stop = StopPlan.At(context.Side, context.EntryPoints, _columns.Ranges.At(bar, _risk.AtrPeriod), _risk, _terms, outlook.Forecast);
        return new EntryPlan
        {
            MicroLots = _sizer.MicroLots(
                context, stop.Distance, _columns.Volatility.At(bar), _fit!.RegimeAt(bar), outlook.Confidence, outlook.SizeFactor),
            StopPoints = stop.StopPoints,
            StopReason = stop.StopReason,
            TargetPoints = stop.TargetPoints,
            Forecast = outlook.Forecast?.Forecast.Recorded,
        };
    }

    private readonly bool IsHeldTooLong(int bar, in PositionView position)
    {
        ReadOnlySpan<int> starts = _columns!.Bars.StartMinutes;
        return starts[bar] + _columns.Bars.Timeframe.Minutes - starts[position.EntryBar] >= _risk.MostMinutes;
    }
}
