namespace ForexE2E.Strategy.Sssd;

/// <summary>Forecasts of one settings by bar; full, it keeps what it has and takes no more. Thread-safe.</summary>
/// <param name="count">Told of every forecast that is put in.</param>
internal sealed class ForecastShelf(ForecastSettings settings, Action count)
{
    private const int Most = 60_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Forecast> _byBar = [];

    public ForecastSettings Settings { get; } = settings;

    public bool TryGet(int bar, out Forecast forecast)
    {
        lock (_gate)
        {
            return _byBar.TryGetValue(bar, out forecast);
        }
    }

    public void Keep(int bar, Forecast forecast)
    {
        count();
        lock (_gate)
        {
            if (_byBar.Count < Most)
            {
                _byBar[bar] = forecast;
            }
        }
    }
}
