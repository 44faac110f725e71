using System.Collections.Immutable;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>A generated market: not real, not like any real period, but with the habits a backtest must cope with.</summary>
/// <param name="Bars">The traded market: bid prices, with spread and volume.</param>
/// <param name="Pairs">Five other pairs of the same timeframe, correlated with it.</param>
/// <param name="Vix">Daily, published 16:15 New York; rises with the volatile regime, and now and then a scare lifts it beyond 50.</param>
/// <param name="Sentiment">Weekly, published Friday 15:30 New York; the crowd's long share, which leans against moves.</param>
/// <param name="News">Tones from -1 to 1 of items that follow what has moved, some six each trading day, at any hour.</param>
/// <param name="HiddenRegimes">The state that made each traded bar. For scoring a regime model; no strategy may read it.</param>
public sealed record SyntheticMarketData(
    BarSeries Bars,
    ImmutableArray<BarSeries> Pairs,
    PublishedSeries Vix,
    PublishedSeries Sentiment,
    PublishedSeries News,
    ImmutableArray<Regime> HiddenRegimes);
