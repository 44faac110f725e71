using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.LookAhead;

/// <summary>A part of the strategy that says something at every bar's close and depends on market data alone.</summary>
/// <param name="Name">Such as "features" or "pair GBPUSD".</param>
/// <param name="What">What is compared, in words.</param>
/// <param name="Fingerprints">Digest of all it says, one a bar of the traded series, in order.</param>
public sealed record SeriesComponent(string Name, string What, Func<MarketData, ulong[]> Fingerprints);
