using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>HistData.com ASCII minute bars: <c>YYYYMMDD HHMMSS;open;high;low;close;volume</c>, no header, bid prices, volume always 0.</summary>
internal sealed class HistDataFormat : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines) =>
        FirstLines.Begins(lines.First, "99999999 999999;") && lines.Columns == 6 ? new BarFileFormat("histdata-ascii", new RowLayout
        {
            Separator = (byte)';',
            Columns = 6,
            DateStyle = DateStyle.Compact,
            Open = 1,
            High = 2,
            Low = 3,
            Close = 4,
            Volume = 5,
        })
        { Zone = "histdata", RepeatsHours = true } : null;
}
