using System.Buffers.Text;

namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>Reads stamps as whole minutes since 1970-01-01, in the clock of the file or, where the stamp states an offset, in UTC.</summary>
/// <param name="style">How the date is written.</param>
/// <param name="day">Days since 1970 that <see cref="DateStyle.DayMilliseconds"/> counts from.</param>
internal readonly struct StampParser(DateStyle style, int day)
{
    private const int MinutesADay = 1440;
    private const int DaysTo1970 = 719162;
    private const string Unreadable = "is not a date and time";

    /// <param name="date">The date, or date and time.</param>
    /// <param name="time">The time when it has a column of its own, else empty.</param>
    /// <param name="minute">Minutes since 1970.</param>
    /// <param name="isUtc">Whether the stamp stated its offset, and the minute is UTC.</param>
    /// <returns>Null, or what is wrong.</returns>
    public string? Parse(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time, out int minute, out bool isUtc)
    {
        (minute, isUtc) = (0, false);
        if (style is DateStyle.UnixSeconds or DateStyle.DayMilliseconds)
        {
            return ParseCount(date, out minute);
        }

        int length = style == DateStyle.Compact ? 8 : 10;
        string? fault = date.Length < length ? Unreadable : ParseDate(date[..length], out minute);
        if (fault is not null)
        {
            return fault;
        }

        ReadOnlySpan<byte> rest = date[length..].TrimStart(" T"u8);
        fault = ParseTime(time.IsEmpty ? rest : time, out int minuteOfDay, out int? offset);
        minute += minuteOfDay - (offset ?? 0);
        isUtc = offset is not null;
        return fault;
    }

    private string? ParseCount(ReadOnlySpan<byte> text, out int minute)
    {
        minute = 0;
        if (!Utf8Parser.TryParse(text, out long count, out int used) || used != text.Length || count < 0)
        {
            return Unreadable;
        }

        long unit = style == DateStyle.DayMilliseconds ? 60_000 : 60;
        if (count % unit != 0)
        {
            return "is not a whole minute";
        }

        bool isInRange = style == DateStyle.DayMilliseconds ? count / unit < MinutesADay : count / unit < int.MaxValue / 2;
        minute = isInRange ? (int)(count / unit) + (day * MinutesADay) : 0;
        return isInRange ? null : "is out of range";
    }

    private string? ParseDate(ReadOnlySpan<byte> text, out int minute)
    {
        minute = 0;
        (int year, int month, int dayOfMonth) = style switch
        {
            DateStyle.Compact => (FourDigits(text), TwoDigits(text[4..]), TwoDigits(text[6..])),
            DateStyle.DayFirst => (FourDigits(text[6..]), TwoDigits(text[3..]), TwoDigits(text)),
            _ => (FourDigits(text), TwoDigits(text[5..]), TwoDigits(text[8..])),
        };
        bool hasSeparators = style switch
        {
            DateStyle.Compact => true,
            DateStyle.DayFirst => text[2] is (byte)'.' or (byte)'-' or (byte)'/' && text[5] == text[2],
            _ => text[4] is (byte)'.' or (byte)'-' or (byte)'/' && text[7] == text[4],
        };
        if (year < 0 || month < 0 || dayOfMonth < 0 || !hasSeparators)
        {
            return Unreadable;
        }

        if (year is < 1970 or > 2200 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return "is an impossible date";
        }

        long days = new DateTime(year, month, dayOfMonth, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerDay;
        minute = ((int)days - DaysTo1970) * MinutesADay;
        return null;
    }

    /// <summary>HH:MM, HHMM, HH:MM:SS, HHMMSS, each with fractions of a second and an offset behind; empty is midnight.</summary>
    private static string? ParseTime(ReadOnlySpan<byte> text, out int minuteOfDay, out int? offset)
    {
        (minuteOfDay, offset) = (0, null);
        if (text.IsEmpty)
        {
            return null;
        }

        int hour = TwoDigits(text);
        ReadOnlySpan<byte> rest = AfterDigits(text);
        int minute = TwoDigits(rest);
        rest = AfterDigits(rest);
        int second = 0;
        if (TwoDigits(rest) >= 0)
        {
            second = TwoDigits(rest);
            rest = rest[2..];
        }

        if (hour < 0 || minute < 0)
        {
            return Unreadable;
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return "is an impossible time";
        }

        minuteOfDay = (hour * 60) + minute;
        bool isWhole = SkipFraction(ref rest) && second == 0;
        return isWhole ? ParseOffset(rest.Trim((byte)' '), out offset) : "is not a whole minute";
    }

    private static string? ParseOffset(ReadOnlySpan<byte> text, out int? offset)
    {
        offset = text is [(byte)'Z'] or [(byte)'z'] ? 0 : null;
        if (text.IsEmpty || offset is not null)
        {
            return null;
        }

        ReadOnlySpan<byte> signed = text.StartsWith("GMT"u8) || text.StartsWith("UTC"u8) ? text[3..] : text;
        if (signed.IsEmpty)
        {
            offset = 0;
            return null;
        }

        int sign = signed[0] switch { (byte)'+' => 1, (byte)'-' => -1, _ => 0 };
        int hours = sign == 0 ? -1 : TwoDigits(signed[1..]);
        if (hours is < 0 or > 14)
        {
            return Unreadable;
        }

        int minutes = Math.Max(0, TwoDigits(AfterDigits(signed[1..])));
        offset = sign * ((hours * 60) + minutes);
        return null;
    }

    /// <summary>Skips ".000"; false when the fraction is not zero.</summary>
    private static bool SkipFraction(ref ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'.', ..])
        {
            return true;
        }

        int end = 1;
        bool isZero = true;
        while (end < text.Length && text[end] is >= (byte)'0' and <= (byte)'9')
        {
            isZero &= text[end] == (byte)'0';
            end++;
        }

        text = text[end..];
        return isZero;
    }

    private static ReadOnlySpan<byte> AfterDigits(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text.Length < 2 ? [] : text[2..];
        return rest is [(byte)':', ..] ? rest[1..] : rest;
    }

    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return -1;
        }

        uint tens = (uint)(text[0] - '0');
        uint ones = (uint)(text[1] - '0');
        return tens > 9 || ones > 9 ? -1 : (int)((tens * 10) + ones);
    }

    private static int FourDigits(ReadOnlySpan<byte> text)
    {
        int high = TwoDigits(text);
        int low = TwoDigits(text[2..]);
        return high < 0 || low < 0 ? -1 : (high * 100) + low;
    }
}
