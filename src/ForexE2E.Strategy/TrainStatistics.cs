using System.Collections.Immutable;

namespace ForexE2E.Strategy;

/// <summary>What trading the train span taught: the input of Kelly and optimal-f sizes.</summary>
/// <param name="TradeReturns">Net return of each train trade, in closing order, as a fraction of its entry notional (0.001 is 0.1 %).</param>
public sealed record TrainStatistics(ImmutableArray<double> TradeReturns)
{
    /// <summary>No train trades, for sizes that need none.</summary>
    public static TrainStatistics None { get; } = new([]);

    public bool Equals(TrainStatistics? other) => other is not null && TradeReturns.SequenceEqual(other.TradeReturns);

    public override int GetHashCode() => TradeReturns.Length;
}
