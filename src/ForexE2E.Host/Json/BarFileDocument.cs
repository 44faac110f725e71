using ForexE2E.Domain.Markets;

namespace ForexE2E.Host.Json;

/// <summary>What 'data import', 'data resample' and 'data generate' print about the file they wrote.</summary>
/// <param name="From">Start of the first bar, UTC; null without bars.</param>
/// <param name="To">End of the last bar, UTC.</param>
/// <param name="Generated">True: synthetic, not a real market.</param>
/// <param name="SourceFormat">Recognised format of the source; null when generated.</param>
/// <param name="SourceTimeZone">Clock the source's stamps were read in; null when generated.</param>
internal sealed record BarFileDocument(
    string File,
    string Symbol,
    string Timeframe,
    string PriceSide,
    int Bars,
    DateTime? From,
    DateTime? To,
    bool HasVolume,
    bool HasSpread,
    bool Generated,
    string? SourceFormat,
    string? SourceTimeZone,
    IReadOnlyList<string> Notes) : Document("bar_file")
{
    public static BarFileDocument Of(string file, BarSeries bars, bool generated, string? format = null, string? timeZone = null, IReadOnlyList<string>? notes = null) => new(
        file,
        bars.Symbol.Code,
        bars.Timeframe.ToString(),
        Words.Of(bars.Side),
        bars.Count,
        bars.Count > 0 ? bars.StartOf(0) : null,
        bars.Count > 0 ? bars.EndOf(bars.Count - 1) : null,
        bars.HasVolume,
        bars.HasSpread,
        generated,
        format,
        timeZone,
        notes ?? []);
}
