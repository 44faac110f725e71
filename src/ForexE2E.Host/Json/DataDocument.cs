using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>Market and data of a run.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Generated">True: synthetic bars, not a real market.</param>
/// <param name="Hash">SHA-256 of all market data seen; null before it was loaded.</param>
internal sealed record DataDocument(
    string Symbol,
    string Timeframe,
    DateTime From,
    DateTime To,
    bool Generated,
    ulong? MarketSeed,
    string? Bars,
    IReadOnlyList<string> Pairs,
    string? Vix,
    string? Sentiment,
    string? News,
    string? Hash)
{
    public static DataDocument Of(RunDefinition d, string? hash) => new(
        d.Market.Symbol.Code,
        d.Market.Timeframe.ToString(),
        d.From,
        d.To,
        d.Data.IsSynthetic,
        d.Data.IsSynthetic ? d.Data.SyntheticSeed : null,
        d.Data.Bars,
        [.. d.Data.Pairs.Select(p => $"{p.Symbol}={p.File}")],
        d.Data.Vix,
        d.Data.Sentiment,
        d.Data.News,
        hash);
}
