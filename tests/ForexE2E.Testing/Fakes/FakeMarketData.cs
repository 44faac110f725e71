using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Testing.Fakes;

/// <summary>Market data of two bars, with a hash the test can choose.</summary>
public sealed class FakeMarketData : IMarketData
{
    /// <summary>The hash of what is loaded next.</summary>
    public string Hash { get; set; } = "hash-1";

    /// <summary>Thrown by the next loads; null for none.</summary>
    public Exception? Failure { get; set; }

    public Task<MarketData> Load(Market market, DataSources sources, DateTime from, DateTime to, CancellationToken cancellation)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        var columns = new BarColumns { StartMinutes = [0, 5], Open = [100_000, 100_001], High = [100_002, 100_003], Low = [99_999, 100_000], Close = [100_001, 100_002] };
        var bars = new BarSeries(market.Symbol, market.Timeframe, 5, PriceSide.Mid, columns);
        return Task.FromResult(new MarketData(bars, ImmutableArray<BarSeries>.Empty, null, null, Hash));
    }
}
