using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Riskfolio.Universe;

/// <summary>Weights of all pairs in force on each trading day of a span, on a grid of 1e-6; those of a day were known before it began. Immutable.</summary>
internal sealed class PortfolioWeights
{
    private readonly int[] _days;
    private readonly double[] _weights;

    /// <param name="days">Trading days, ascending, at least one.</param>
    /// <param name="weights">Day after day, one weight for each pair.</param>
    public PortfolioWeights(ImmutableArray<Symbol> pairs, int[] days, double[] weights)
    {
        if (days.Length == 0 || weights.Length != days.Length * pairs.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{days.Length} days of {pairs.Length} pairs need as many weights, had {weights.Length}."));
        }

        (Pairs, _days, _weights) = (pairs, days, weights);
    }

    /// <summary>The traded pair first.</summary>
    public ImmutableArray<Symbol> Pairs { get; }

    /// <summary>Trading days of the span, ascending.</summary>
    public ReadOnlySpan<int> Days => _days;

    /// <summary>Weights in force on a trading day: those of the last day of the span at or before it, the first day's before the span.</summary>
    public ReadOnlySpan<double> On(int tradingDay)
    {
        int found = Array.BinarySearch(_days, tradingDay);
        int index = Math.Max(0, found >= 0 ? found : ~found - 1);
        return _weights.AsSpan(index * Pairs.Length, Pairs.Length);
    }
}
