namespace ForexE2E.Strategy.Sssd;

/// <summary>How wide forecasts of a train span were: about 70 of its bars, the same bars in every window that holds them.</summary>
internal sealed class SpreadRanks
{
    private const int Samples = 72;

    // Primes: a stride that shares no factor with a day meets every time of day.
    private static readonly int[] Strides = [1, 2, 3, 5, 7, 11, 13, 17, 23, 29, 37, 47, 61, 79, 97, 127, 163, 211, 271, 353];
    private readonly float[] _sorted;

    private SpreadRanks(float[] sorted) => _sorted = sorted;

    /// <summary>Whether no bar of the span could be forecast.</summary>
    public bool IsEmpty => _sorted.Length == 0;

    /// <summary>Forecasts the sample of a train span.</summary>
    public static SpreadRanks Of(SssdForecaster forecaster, int trainFirst, int trainEnd, ForecastSettings settings)
    {
        int wanted = Math.Max(1, (trainEnd - trainFirst) / Samples);
        int stride = Strides[0];
        foreach (int candidate in Strides)
        {
            stride = candidate <= wanted ? candidate : stride;
        }

        List<int> bars = [];
        for (int bar = (trainFirst + stride - 1) / stride * stride; bar < trainEnd; bar += stride)
        {
            if (SssdForecaster.CanForecast(bar))
            {
                bars.Add(bar);
            }
        }

        float[] spreads = [.. forecaster.At(bars.ToArray(), settings).Select(f => f.Spread)];
        Array.Sort(spreads);
        return new SpreadRanks(spreads);
    }

    /// <summary>Share of the train span's spreads that are narrower, 0 to 1; 1 when there are none to compare with.</summary>
    public double RankOf(float spread)
    {
        if (_sorted.Length == 0)
        {
            return 1;
        }

        int narrower = 0;
        foreach (float known in _sorted)
        {
            narrower += known < spread ? 1 : 0;
        }

        return (double)narrower / _sorted.Length;
    }
}
