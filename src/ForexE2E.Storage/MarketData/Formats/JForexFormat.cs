using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// Dukascopy downloads and JForex exports: header <c>Gmt time,Open,High,Low,Close,Volume</c> or <c>Local time,…</c> or
/// <c>Time (EET),…</c>, stamps <c>DD.MM.YYYY HH:MM:SS.mmm</c>, bid or ask as the file name says. Closed hours are filled with
/// flat bars.
/// </summary>
internal sealed class JForexFormat : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines)
    {
        ColumnNames names = lines.Header;
        (string zone, ZoneTrust trust)? clock = ClockOf(names.First.Replace('_', ' '));
        if (clock is not var (zone, trust) || !names.Has("open", "high", "low", "close"))
        {
            return null;
        }

        bool isDayFirst = FirstLines.Begins(lines.Second, "99.99.9999") || lines.Second.Length == 0;
        return new BarFileFormat("jforex-csv", new RowLayout
        {
            Separator = (byte)lines.Separator,
            Columns = names.Count,
            HeaderLine = lines.FirstNumber,
            DateStyle = isDayFirst ? DateStyle.DayFirst : DateStyle.YearFirst,
            Open = names.Find("open"),
            High = names.Find("high"),
            Low = names.Find("low"),
            Close = names.Find("close"),
            Volume = names.Find("volume"),
        })
        { Zone = zone, Trust = trust, Side = SideOf(lines.FileName), FillsClosedHours = true };
    }

    private static (string, ZoneTrust)? ClockOf(string name) => name switch
    {
        "gmt time" or "utc time" or "time (utc)" or "time (gmt)" => ("utc", ZoneTrust.Known),
        "time (eet)" => ("eet", ZoneTrust.Known),
        "time (cet)" => ("cet", ZoneTrust.Known),
        "local time" => ("utc", ZoneTrust.Unknown),
        _ when name.StartsWith("time (", StringComparison.Ordinal) => ("utc", ZoneTrust.Unknown),
        _ => null,
    };

    private static PriceSide SideOf(string fileName)
    {
        string[] words = fileName.Split('_', '-', '.', ' ');
        return words.Any(word => word.Equals("ASK", StringComparison.OrdinalIgnoreCase)) ? PriceSide.Ask : PriceSide.Bid;
    }
}
