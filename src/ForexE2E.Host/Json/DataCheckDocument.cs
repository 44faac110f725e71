using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Host.Json;

/// <summary>What 'data check' prints.</summary>
/// <param name="Usable">False: a backtest would refuse the file.</param>
/// <param name="First">Start of the first usable bar, UTC.</param>
/// <param name="Last">Start of the last usable bar, UTC.</param>
/// <param name="Coverage">Share of the open hours that has bars, 0 to 1.</param>
/// <param name="Findings">Errors first.</param>
internal sealed record DataCheckDocument(
    string File,
    bool Usable,
    string Format,
    string TimeZone,
    string TimeZoneOrigin,
    string? Symbol,
    string? Timeframe,
    string PriceSide,
    int Digits,
    long PriceScale,
    long Rows,
    int Bars,
    DateTime? First,
    DateTime? Last,
    double? Coverage,
    bool HasVolume,
    bool HasSpread,
    IReadOnlyList<GapDocument> LongestGaps,
    IReadOnlyList<FindingDocument> Findings) : Document("data_check")
{
    public static DataCheckDocument Of(BarFileReport r) => new(
        r.Path,
        r.Findings.All(f => f.Severity != FindingSeverity.Error),
        r.Format,
        r.TimeZone,
        r.TimeZoneOrigin,
        r.Symbol?.Code,
        r.Timeframe?.ToString(),
        Words.Of(r.Side),
        r.Digits,
        r.PriceScale,
        r.Rows,
        r.Bars,
        r.First,
        r.Last,
        r.Coverage,
        r.HasVolume,
        r.HasSpread,
        [.. r.LongestGaps.Select(GapDocument.Of)],
        [.. r.Findings.Select(FindingDocument.Of)]);
}
