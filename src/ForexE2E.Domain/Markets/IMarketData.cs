namespace ForexE2E.Domain.Markets;

/// <summary>Port: loads what a backtest may look at. Implementations may keep what they have read.</summary>
public interface IMarketData
{
    /// <summary>Loads and joins the sources; bars before <paramref name="from"/> are kept as warm-up, bars at or after <paramref name="to"/> dropped.</summary>
    /// <exception cref="MarketDataException">A file is missing, malformed or refused; the message names file, line and remedy.</exception>
    /// <exception cref="Models.ModelException">A model is missing, malformed, or not what its model.json says.</exception>
    Task<MarketData> Load(Market market, DataSources sources, DateTime from, DateTime to, CancellationToken cancellation);
}
