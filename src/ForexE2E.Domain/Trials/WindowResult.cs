using System.Collections.Immutable;

namespace ForexE2E.Domain.Trials;

/// <summary>
/// What one window of a trial earned, in a form that joins with its neighbours: every window starts flat at the same balance,
/// and windows chain by compounding. Money is in whole cents of the account currency at that balance.
/// </summary>
public sealed record WindowResult
{
    /// <summary>Position of the window in the plan.</summary>
    public required int Index { get; init; }

    public required long StartBalanceCents { get; init; }

    /// <summary>Balance after the last position was closed.</summary>
    public required long EndBalanceCents { get; init; }

    /// <summary>Greatest equity at a bar's close, the start included.</summary>
    public required long PeakEquityCents { get; init; }

    /// <summary>Least equity at a bar's close, the start included.</summary>
    public required long LowEquityCents { get; init; }

    /// <summary>Greatest fall from a running peak within the window, money.</summary>
    public required long MaxDrawdownCents { get; init; }

    /// <summary>Greatest fall from a running peak within the window, as a fraction of that peak.</summary>
    public required double MaxDrawdownFraction { get; init; }

    /// <summary>Equity returns by trading day, in order; a first or last day may be cut by the window's edge.</summary>
    public required ImmutableArray<DailyReturn> DailyReturns { get; init; }

    /// <summary>Sums over the window's trades, all regimes together.</summary>
    public required TradeTotals Totals { get; init; }

    /// <summary>The same sums by the regime in force at entry; regimes without a trade may be absent.</summary>
    public ImmutableArray<RegimeTotals> ByRegime { get; init; } = [];

    /// <summary>CPU time it took to compute, fits included; null where it was not measured. No part of equality: a measurement, not a result.</summary>
    public TimeSpan? CpuTime { get; init; }

    public bool Equals(WindowResult? other) =>
        other is not null
        && (Index, StartBalanceCents, EndBalanceCents, PeakEquityCents, LowEquityCents, MaxDrawdownCents, MaxDrawdownFraction)
            == (other.Index, other.StartBalanceCents, other.EndBalanceCents, other.PeakEquityCents, other.LowEquityCents, other.MaxDrawdownCents, other.MaxDrawdownFraction)
        && DailyReturns.SequenceEqual(other.DailyReturns)
        && Totals == other.Totals
        && ByRegime.SequenceEqual(other.ByRegime);

    public override int GetHashCode() => HashCode.Combine(Index, EndBalanceCents, Totals);
}
