using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Patterns.Lifecycle;

/// <summary>A bar in the bullish reading: points from an anchor, negated for the bearish twin.</summary>
internal readonly record struct MirroredBar(int Index, double High, double Low, double Close)
{
    public static MirroredBar Of(BarSeries bars, int index, Side direction, int anchor) => direction == Side.Long
        ? new(index, bars.High[index] - anchor, bars.Low[index] - anchor, bars.Close[index] - anchor)
        : new(index, anchor - bars.Low[index], anchor - bars.High[index], anchor - bars.Close[index]);
}
