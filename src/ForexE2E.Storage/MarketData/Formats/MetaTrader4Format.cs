using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// MetaTrader 4 history export: <c>YYYY.MM.DD,HH:MM,open,high,low,close,volume</c>, with or without a header, bid prices,
/// the broker's server clock. HistData sells the same columns in its own clock as <c>DAT_MT_…</c>.
/// </summary>
internal sealed class MetaTrader4Format : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines)
    {
        bool hasHeader = lines.Header.First == "date" && lines.Header.Has("time", "open", "high", "low", "close");
        string row = hasHeader ? lines.Second : lines.First;
        char s = lines.Separator;
        bool isMine = lines.Columns == 7 && (hasHeader && row.Length == 0 || FirstLines.Begins(row, $"9999.99.99{s}99:99"));
        if (!isMine)
        {
            return null;
        }

        bool isHistData = lines.FileName.StartsWith("DAT_MT_", StringComparison.OrdinalIgnoreCase);
        return new BarFileFormat("metatrader4", new RowLayout
        {
            Separator = (byte)s,
            Columns = 7,
            HeaderLine = hasHeader ? lines.FirstNumber : 0,
            Time = 1,
            Open = 2,
            High = 3,
            Low = 4,
            Close = 5,
            Volume = 6,
        })
        { Zone = isHistData ? "histdata" : "utc", Trust = isHistData ? ZoneTrust.Known : ZoneTrust.Assumed, RepeatsHours = isHistData };
    }
}
