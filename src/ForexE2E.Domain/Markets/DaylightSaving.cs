namespace ForexE2E.Domain.Markets;

/// <summary>Calendar rules that daylight saving is made of; dates only, no time zone database.</summary>
public static class DaylightSaving
{
    /// <summary>Midnight of the n-th Sunday of a month, 1 for the first.</summary>
    public static DateTime NthSunday(int year, int month, int n)
    {
        DateTime first = new(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (n - 1)));
    }

    /// <summary>Midnight of the last Sunday of a month.</summary>
    public static DateTime LastSunday(int year, int month)
    {
        DateTime last = new(year, month, DateTime.DaysInMonth(year, month), 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    /// <summary>Whether European summer time is in force: last Sunday of March 01:00 UTC to last Sunday of October 01:00 UTC (Directive 2000/84/EC).</summary>
    public static bool IsEuropeanSummer(DateTime utc) =>
        utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1);
}
