using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>
/// Daily VIX values: <c>date,open,high,low,close</c> by New York date. A close is known from 16:15 New York of its date on, and
/// is published then, whatever the season makes of that in UTC.
/// </summary>
public static class VixFile
{
    private const int MinutesBeforeRollover = 45; // 16:15 is 45 minutes before 17:00
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static PublishedSeries Read(string path)
    {
        DatedTable table = DatedTable.Load(path, "VIX", "date", "close");
        return table.ToSeries("VIX", row => (PublishedAt(table.Date(row, "date")), table.Number(row, "close", 0.01, 1000)));
    }

    internal static DateTime PublishedAt(DateOnly date) =>
        DateTime.UnixEpoch.AddMinutes(NewYorkClock.EndOfTradingDay(date.DayNumber - Epoch) - MinutesBeforeRollover);
}
