namespace ForexE2E.Strategy.Riskfolio.Universe;

/// <summary>
/// Remembers optimised weights by exactly what they depend on: the day and the settings without the rebalancing frequency. Two generations
/// of a bounded size: when the young one is full the old one is forgotten. Thread-safe; two threads may compute the same twice.
/// </summary>
internal sealed class AllocationMemory(int generation = AllocationMemory.DefaultGeneration)
{
    /// <summary>Entries of a generation, about 150 bytes each: some 40 parameter sets of two years of weekly windows.</summary>
    public const int DefaultGeneration = 8192;

    private readonly Lock _gate = new();
    private Dictionary<(int Day, RiskfolioSettings Settings), double[]> _young = [];
    private Dictionary<(int Day, RiskfolioSettings Settings), double[]> _old = [];

    /// <summary>Entries kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _young.Count + _old.Count;
            }
        }
    }

    /// <summary>The weights of a day under settings; <paramref name="compute"/> is called when they are not remembered.</summary>
    public double[] GetOrCompute(int day, in RiskfolioSettings settings, Func<double[]> compute)
    {
        var key = (day, settings with { RebalanceDays = 0 });
        lock (_gate)
        {
            if (_young.TryGetValue(key, out double[]? known) || _old.TryGetValue(key, out known))
            {
                return known;
            }
        }

        double[] weights = compute();
        lock (_gate)
        {
            if (_young.Count >= generation)
            {
                (_old, _young) = (_young, []);
            }

            _young[key] = weights;
        }

        return weights;
    }
}
