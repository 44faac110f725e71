using System.Collections.Immutable;
using ForexE2E.Domain.Models;

namespace ForexE2E.Domain.Markets;

/// <summary>Everything a backtest may look at: the traded bars, other pairs, VIX, sentiment. Immutable, shared by a node's trials.</summary>
/// <param name="Bars">The market that is traded.</param>
/// <param name="Pairs">Other pairs, in the order they were named; may have another timeframe.</param>
/// <param name="Vix">VIX closes; null when none is loaded.</param>
/// <param name="Sentiment">Share of the crowd that is long, as a fraction 0 to 1; null when none is loaded.</param>
/// <param name="Hash">SHA-256 over all content, hexadecimal: equal hashes mean equal data.</param>
public sealed record MarketData(
    BarSeries Bars,
    ImmutableArray<BarSeries> Pairs,
    PublishedSeries? Vix,
    PublishedSeries? Sentiment,
    string Hash)
{
    /// <summary>Learned models the strategy may use, part of the hash; null: none were looked for.</summary>
    public ModelSet? Models { get; init; }

    /// <summary>Tone of single news items, -1 (bad for the base currency against the quote) to 1; null when none is loaded.</summary>
    public PublishedSeries? News { get; init; }
}
