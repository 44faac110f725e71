namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>What the hour does to moves, volumes and spreads, by New York time: quiet Asia, busy London, a thin rollover at 17:00.</summary>
internal static class IntradayProfile
{
    private const int MinutesADay = 1440;

    //                                                 0    1    2    3    4    5    6    7    8    9   10   11   12   13   14   15   16   17   18   19   20   21   22   23
    private static ReadOnlySpan<double> MoveByHour => [.8, .9, 1.1, 1.4, 1.3, 1.1, 1.0, 1.1, 1.6, 1.5, 1.6, 1.3, 1.0, .9, .9, .8, .6, .4, .5, .7, .8, .8, .7, .7];

    private static ReadOnlySpan<double> TicksByHour => [.7, .8, 1.2, 1.7, 1.6, 1.3, 1.2, 1.3, 1.9, 2.0, 2.0, 1.6, 1.2, 1.0, 1.0, .9, .6, .2, .4, .6, .7, .7, .6, .6];

    /// <summary>Scale of moves at a UTC minute.</summary>
    public static double Move(int utcMinute) => MoveByHour[LocalMinute(utcMinute) / 60];

    /// <summary>Scale of tick volume at a UTC minute.</summary>
    public static double Ticks(int utcMinute) => TicksByHour[LocalMinute(utcMinute) / 60];

    /// <summary>Scale of spreads at a UTC minute: wide from 16:45 to 18:15 New York, a little wide in Asian hours.</summary>
    public static double Spread(int utcMinute)
    {
        int minute = LocalMinute(utcMinute);
        return minute switch
        {
            >= (16 * 60) + 45 and < (17 * 60) + 30 => 7.0,
            >= (17 * 60) + 30 and < (18 * 60) + 15 => 3.0,
            >= (18 * 60) + 15 or < 60 => 1.4,
            _ => 1.0,
        };
    }

    private static int LocalMinute(int utcMinute)
    {
        int local = (utcMinute + NewYorkClock.OffsetMinutes(utcMinute)) % MinutesADay;
        return local < 0 ? local + MinutesADay : local;
    }
}
