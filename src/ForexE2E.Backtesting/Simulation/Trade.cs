using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// One closed trade. Prices are points, money is whole cents of the account currency, instants are UTC. Spread and slippage
/// say what the fills cost against the mid price; they are contained in the gross profit already.
/// </summary>
public readonly record struct Trade
{
    /// <summary>Position in closing order, from 1.</summary>
    public required int Number { get; init; }

    public required Side Side { get; init; }

    /// <summary>Thousands of units of the base currency.</summary>
    public required int MicroLots { get; init; }

    /// <summary>The bar at whose close it was decided.</summary>
    public required int SignalBar { get; init; }

    public required int EntryBar { get; init; }

    public required int ExitBar { get; init; }

    /// <summary>Close of the signal bar.</summary>
    public required DateTime SignalTime { get; init; }

    /// <summary>Start of the entry bar.</summary>
    public required DateTime EntryTime { get; init; }

    /// <summary>Start of the exit bar when it closed at the open, else that bar's end.</summary>
    public required DateTime ExitTime { get; init; }

    /// <summary>Fill price, all costs of the fill included.</summary>
    public required int EntryPoints { get; init; }

    /// <summary>Fill price, all costs of the fill included.</summary>
    public required int ExitPoints { get; init; }

    public required ExitReason Reason { get; init; }

    /// <summary>Difference of the fill prices in money.</summary>
    public required long GrossCents { get; init; }

    /// <summary>Both sides; paid is positive.</summary>
    public required long CommissionCents { get; init; }

    /// <summary>Earned is positive, paid negative.</summary>
    public required long SwapCents { get; init; }

    /// <summary>Gross less commission plus swap.</summary>
    public long NetCents => GrossCents - CommissionCents + SwapCents;

    /// <summary>Half the spread of the entry and half that of the exit.</summary>
    public required long SpreadCents { get; init; }

    public required long SlippageCents { get; init; }

    /// <summary>Value of the position at entry.</summary>
    public required double NotionalCents { get; init; }

    /// <summary>Farthest the closing quote went against the entry price; not negative. On an exit bar only the exit itself counts.</summary>
    public required int MaxAdversePoints { get; init; }

    /// <summary>Farthest the closing quote went in favour; not negative. On an exit bar only the exit itself counts.</summary>
    public required int MaxFavourablePoints { get; init; }

    public required long MaxAdverseCents { get; init; }

    public required long MaxFavourableCents { get; init; }

    /// <summary>Realised money after this trade.</summary>
    public required long BalanceCents { get; init; }

    /// <summary>Regime in force at the signal; Global where none is fitted.</summary>
    public Regime Regime { get; init; }

    /// <summary>What SSSD forecast at the signal; null when it took no part.</summary>
    public ForecastQuantiles? Forecast { get; init; }

    public long HoldingMinutes => (ExitTime - EntryTime).Ticks / TimeSpan.TicksPerMinute;

    /// <summary>Net profit as a fraction of the notional at entry.</summary>
    public double NetReturn => NotionalCents > 0 ? NetCents / NotionalCents : 0;
}
