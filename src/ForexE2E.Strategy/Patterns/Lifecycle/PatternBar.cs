using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Patterns.Lifecycle;

/// <summary>A bar as patterns look at it: three prices in points.</summary>
internal readonly record struct PatternBar(int Index, int High, int Low, int Close)
{
    public static PatternBar Of(BarSeries bars, int index) => new(index, bars.High[index], bars.Low[index], bars.Close[index]);

    /// <summary>The bar in the bullish reading: points from an anchor, negated for the bearish twin.</summary>
    public PatternBar Seen(Side direction, int anchor) => direction == Side.Long
        ? new(Index, High - anchor, Low - anchor, Close - anchor)
        : new(Index, anchor - Low, anchor - High, anchor - Close);
}
