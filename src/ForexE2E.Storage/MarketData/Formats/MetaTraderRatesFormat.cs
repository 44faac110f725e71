using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// What Python's <c>copy_rates</c> gives, saved as CSV: <c>time,open,high,low,close,tick_volume[,spread,real_volume]</c>, stamps
/// as text or seconds, bid prices (some publishers multiply them by 100000), spread in points, the broker's server clock.
/// </summary>
internal sealed class MetaTraderRatesFormat : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines)
    {
        ColumnNames names = lines.Header;
        int date = names.Find("time", "date", "datetime", "timestamp");
        if (date < 0 || !names.Has("open", "high", "low", "close", "tick_volume"))
        {
            return null;
        }

        string[] row = lines.Second.Split(lines.Separator);
        bool isCount = row.Length > date && row[date].Length > 8 && row[date].All(char.IsAsciiDigit);
        return new BarFileFormat("metatrader5-rates", new RowLayout
        {
            Separator = (byte)lines.Separator,
            Columns = names.Count,
            HeaderLine = lines.FirstNumber,
            Date = date,
            DateStyle = isCount ? DateStyle.UnixSeconds : DateStyle.YearFirst,
            Open = names.Find("open"),
            High = names.Find("high"),
            Low = names.Find("low"),
            Close = names.Find("close"),
            Volume = names.Find("tick_volume"),
            Spread = names.Find("spread"),
            SpreadUnit = SpreadUnit.Points,
        })
        { Trust = ZoneTrust.Assumed, ZeroSpreadMeansNone = true };
    }
}
