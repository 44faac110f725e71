using System.Globalization;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// QuantConnect LEAN forex quotes: stamp, bid open, high, low, close, size, then the same five of the ask; no header, UTC. Hour and
/// day files write <c>YYYYMMDD HH:MM</c>; minute files milliseconds since midnight of the date in their name. The bid
/// prices are taken, and ask close less bid close as the spread.
/// </summary>
internal sealed class LeanQuoteFormat : IBarFormat
{
    private const int Columns = 11;

    public BarFileFormat? Recognise(FirstLines lines)
    {
        if (lines.Columns != Columns || lines.Separator != ',')
        {
            return null;
        }

        if (FirstLines.Begins(lines.First, "99999999 99:99,"))
        {
            return Format(DateStyle.Compact, day: 0);
        }

        bool countsMilliseconds = lines.First.Split(',')[0].All(char.IsAsciiDigit);
        bool isDated = DateOnly.TryParseExact(
            lines.FileName.AsSpan(0, Math.Min(8, lines.FileName.Length)), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        return countsMilliseconds && isDated
            ? Format(DateStyle.DayMilliseconds, date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)
            : null;
    }

    private static BarFileFormat Format(DateStyle style, int day) => new("lean-quotes", new RowLayout
    {
        Separator = (byte)',',
        Columns = Columns,
        DateStyle = style,
        Day = day,
        Open = 1,
        High = 2,
        Low = 3,
        Close = 4,
        Volume = 5,
        Spread = 9,
        SpreadUnit = SpreadUnit.AskClose,
    });
}
