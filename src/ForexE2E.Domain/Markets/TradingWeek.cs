namespace ForexE2E.Domain.Markets;

/// <summary>
/// The hours in which currencies are quoted: Sunday 17:00 to Friday 17:00 New York, by rule; holidays are not deducted.
/// Instants are minutes since 1970-01-01 UTC.
/// </summary>
public static class TradingWeek
{
    private const int DaysOpen = 5;

    /// <summary>The last opening (Sunday 17:00 New York) at or before a minute.</summary>
    public static int OpeningAtOrBefore(int utcMinute)
    {
        int day = (int)Math.Floor(utcMinute / 1440.0);
        // 1970-01-01 was a Thursday, so day 3 was a Sunday.
        int sunday = day - ((((day - 3) % 7) + 7) % 7);
        int opening = NewYorkClock.EndOfTradingDay(sunday);
        return opening <= utcMinute ? opening : NewYorkClock.EndOfTradingDay(sunday - 7);
    }

    /// <summary>The closing (Friday 17:00 New York) of the week that opens at <paramref name="opening"/>.</summary>
    public static int ClosingOf(int opening) => NewYorkClock.EndOfTradingDay((opening / 1440) + DaysOpen);

    /// <summary>The opening that follows the one given.</summary>
    public static int OpeningAfter(int opening) => NewYorkClock.EndOfTradingDay((opening / 1440) + 7);

    /// <summary>Whether quotes are given at a minute; the closing minute itself is closed.</summary>
    public static bool IsOpen(int utcMinute) => utcMinute < ClosingOf(OpeningAtOrBefore(utcMinute));

    /// <summary>Minutes of [<paramref name="fromMinute"/>, <paramref name="toMinute"/>) in which the market is open.</summary>
    public static long OpenMinutes(int fromMinute, int toMinute)
    {
        long open = 0;
        for (int opening = OpeningAtOrBefore(fromMinute); opening < toMinute; opening = OpeningAfter(opening))
        {
            open += Math.Max(0, Math.Min(toMinute, ClosingOf(opening)) - Math.Max(fromMinute, opening));
        }

        return open;
    }
}
