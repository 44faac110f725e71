namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>Returns over several horizons in units of their expected spread, and ratios of volatilities.</summary>
internal sealed class ReturnFeatures : IFeatureGroup
{
    private static readonly int[] Horizons = [1, 3, 6, 12, 48, 288];

    public IReadOnlyList<string> Names { get; } =
        [.. Horizons.Select(h => FormattableString.Invariant($"return_{h}")), "volatility_fast_mid", "volatility_mid_slow"];

    public void Compute(BarWalk walk, Span<double> values)
    {
        for (int h = 0; h < Horizons.Length; h++)
        {
            double volatility = Horizons[h] <= BarWalk.FastSpan ? walk.MidVolatility : walk.SlowVolatility;
            values[h] = walk.ReturnOver(Horizons[h]) / (volatility * Math.Sqrt(Horizons[h]));
        }

        values[^2] = (walk.FastVolatility / walk.MidVolatility) - 1;
        values[^1] = (walk.MidVolatility / walk.SlowVolatility) - 1;
    }
}
