namespace ForexE2E.Benchmarks.Throughput;

/// <summary>Times of the suggestions since they were last asked for.</summary>
internal sealed class SuggestionTimes
{
    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];

    public void Add(TimeSpan time)
    {
        lock (_lock)
        {
            _milliseconds.Add(time.TotalMilliseconds);
        }
    }

    /// <summary>Median and 95th percentile in milliseconds; what was there is forgotten.</summary>
    public (double Median, double Most) Take()
    {
        lock (_lock)
        {
            _milliseconds.Sort();
            (double, double) times = _milliseconds.Count == 0 ? default : (_milliseconds[_milliseconds.Count / 2], _milliseconds[_milliseconds.Count * 95 / 100]);
            _milliseconds.Clear();
            return times;
        }
    }
}
