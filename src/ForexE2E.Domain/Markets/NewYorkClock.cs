namespace ForexE2E.Domain.Markets;

/// <summary>
/// New York time by rule, without a time zone database, so that every node agrees: UTC-5, and UTC-4 from the second
/// Sunday of March 02:00 to the first Sunday of November 02:00 local (US Energy Policy Act of 2005, in force since 2007).
/// The forex trading day ends at 17:00 New York.
/// </summary>
public static class NewYorkClock
{
    private const int RolloverHour = 17;

    /// <summary>Offset of New York from UTC in minutes (-300 or -240) at a UTC minute since 1970.</summary>
    public static int OffsetMinutes(int utcMinute)
    {
        DateTime utc = DateTime.UnixEpoch.AddMinutes(utcMinute);
        // 02:00 standard time is 07:00 UTC in March; 02:00 daylight time is 06:00 UTC in November.
        DateTime begins = DaylightSaving.NthSunday(utc.Year, 3, 2).AddHours(7);
        DateTime ends = DaylightSaving.NthSunday(utc.Year, 11, 1).AddHours(6);
        return utc >= begins && utc < ends ? -240 : -300;
    }

    /// <summary>
    /// Number of the trading day an instant belongs to: days since 1970-01-01 of the New York date on which that day ends
    /// at 17:00. Friday 17:00 to Monday 17:00 all belong to Monday, so weekends make no day of their own.
    /// </summary>
    public static int TradingDay(int utcMinute)
    {
        int local = utcMinute + OffsetMinutes(utcMinute);
        int day = Math.DivRem(local + ((24 - RolloverHour) * 60), 1440, out int rest);
        day = rest < 0 ? day - 1 : day;
        // 1970-01-01 was a Thursday: day % 7 is 2 on Saturdays and 3 on Sundays.
        return (((day % 7) + 7) % 7) switch { 2 => day + 2, 3 => day + 1, _ => day };
    }

    /// <summary>The UTC minute at which a trading day ends (17:00 New York of its date).</summary>
    public static int EndOfTradingDay(int tradingDay)
    {
        int noonish = (tradingDay * 1440) + (RolloverHour * 60);
        // The clock never changes within hours of 17:00, so the offset a few hours off is the right one.
        return noonish - OffsetMinutes(noonish + 300);
    }

    /// <summary>
    /// Nights of financing charged when a position is held over the rollovers in (<paramref name="fromMinute"/>,
    /// <paramref name="toMinute"/>]: 17:00 New York from Monday to Friday, Wednesday counting three.
    /// </summary>
    public static int RolloverNights(int fromMinute, int toMinute)
    {
        int nights = 0;
        int first = (int)Math.Floor(fromMinute / 1440.0) - 1;
        int last = (toMinute / 1440) + 1;
        for (int date = first; date <= last; date++)
        {
            int weekday = ((date % 7) + 7) % 7; // 0 Thursday, 1 Friday, 2 Saturday, 3 Sunday, 4 Monday, 5 Tuesday, 6 Wednesday
            int end = weekday is 2 or 3 ? int.MinValue : EndOfTradingDay(date);
            if (end > fromMinute && end <= toMinute)
            {
                nights += weekday == 6 ? 3 : 1;
            }
        }

        return nights;
    }
}
