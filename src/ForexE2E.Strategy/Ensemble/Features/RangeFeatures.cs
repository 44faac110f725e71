namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>The shape of the last bar in average true ranges, and the place of the close in the last 48 and 288 bars' range.</summary>
internal sealed class RangeFeatures : IFeatureGroup
{
    private readonly SlidingRange _short = new(48);
    private readonly SlidingRange _long = new(288);

    public IReadOnlyList<string> Names { get; } =
        ["body", "upper_shadow", "lower_shadow", "range", "atr_ratio", "place_48", "place_288"];

    public void Compute(BarWalk walk, Span<double> values)
    {
        int i = walk.Bar;
        (int open, int high) = (walk.Bars.Open[i], walk.Bars.High[i]);
        (int low, int close) = (walk.Bars.Low[i], walk.Bars.Close[i]);
        values[0] = (close - open) / walk.Atr;
        values[1] = (high - Math.Max(open, close)) / walk.Atr;
        values[2] = (Math.Min(open, close) - low) / walk.Atr;
        values[3] = (high - low) / walk.Atr;
        values[4] = (walk.Atr / walk.SlowAtr) - 1;
        values[5] = _short.Next(i, high, low, close);
        values[6] = _long.Next(i, high, low, close);
    }
}
