using System.Collections.Immutable;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>What a rule earned over a run of bars; money in cents of the account currency.</summary>
public sealed record SimulationResult
{
    public required long StartBalanceCents { get; init; }

    /// <summary>Realised money after the last bar: the start and the net of all trades.</summary>
    public required long EndBalanceCents { get; init; }

    /// <summary>In closing order.</summary>
    public required ImmutableArray<Trade> Trades { get; init; }

    /// <summary>Equity at a bar's close, by trading day, in order; the first is measured from the start balance.</summary>
    public required ImmutableArray<DailyReturn> DailyReturns { get; init; }

    /// <summary>Extremes of the equity at bar closes, the start balance included.</summary>
    public required EquityExtremes Extremes { get; init; }

    /// <summary>Whether a margin call ended trading early.</summary>
    public required bool WasMarginCalled { get; init; }
}
