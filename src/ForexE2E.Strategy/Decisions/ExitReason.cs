namespace ForexE2E.Strategy.Decisions;

/// <summary>Why a position was closed.</summary>
public enum ExitReason
{
    None,
    DailyLossLimit,
    CorrelationStop,
    TimeExit,
    AtrStop,
    TechnicalStop,
    StopLoss,
    TrailingStop,
    BreakevenStop,
    TakeProfit,
    SignalReversal,
    WindowEnd,

    /// <summary>Equity no longer carried the position: the broker closed it and the window trades no more.</summary>
    MarginCall,

    /// <summary>The stop at a forecast's quantile.</summary>
    ForecastStop,
}
