using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// MetaTrader 5 terminal export: tabs, a header <c>&lt;DATE&gt; &lt;TIME&gt; &lt;OPEN&gt; … &lt;TICKVOL&gt; &lt;VOL&gt; &lt;SPREAD&gt;</c>
/// (brackets optional, no time column in daily files), bid prices, spread in points, the broker's server clock.
/// </summary>
internal sealed class MetaTrader5Format : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines)
    {
        ColumnNames names = lines.Header;
        return names.First == "date" && names.Has("open", "high", "low", "close", "tickvol") ? new BarFileFormat("metatrader5-terminal", new RowLayout
        {
            Separator = (byte)lines.Separator,
            Columns = names.Count,
            HeaderLine = lines.FirstNumber,
            Time = names.Find("time"),
            Open = names.Find("open"),
            High = names.Find("high"),
            Low = names.Find("low"),
            Close = names.Find("close"),
            Volume = names.Find("tickvol"),
            Spread = names.Find("spread"),
            SpreadUnit = SpreadUnit.Points,
        })
        { Trust = ZoneTrust.Assumed, ZeroSpreadMeansNone = true } : null;
    }
}
