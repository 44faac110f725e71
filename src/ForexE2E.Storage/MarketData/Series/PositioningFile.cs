using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>
/// Weekly positioning of small traders (CFTC report): <c>nominal_release_utc</c> and <c>smallspec_long_pct</c>, the share of long
/// contracts in percent. The series holds the share as a fraction, published at the nominal release (Friday 15:30 New York); delays
/// by holidays or a government shutdown are not in the file.
/// </summary>
public static class PositioningFile
{
    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static PublishedSeries Read(string path)
    {
        DatedTable table = DatedTable.Load(path, "positioning", "nominal_release_utc", "smallspec_long_pct");
        return table.ToSeries("sentiment", row => (table.Instant(row, "nominal_release_utc"), table.Number(row, "smallspec_long_pct", 0, 100) / 100));
    }
}
