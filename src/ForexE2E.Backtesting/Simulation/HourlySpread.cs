using ForexE2E.Domain.Markets;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// A spread by hour of the New York day, as a multiple of the day-time level. The multiples are the medians of the closing
/// spreads of EURUSD hours of 2017 and 2018 at a retail broker (OANDA sample data), over that of the other 21 hours
/// (1.3 pips): 5.0 pips in the hour before the 17:00 rollover, 2.5 in the one after, 1.6 in the next.
/// </summary>
internal static class HourlySpread
{
    /// <summary>Quarters of the day-time level, by hour of the New York day.</summary>
    private static ReadOnlySpan<byte> Quarters => [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 15, 8, 5, 4, 4, 4, 4, 4];

    /// <summary>Spread in points, rounded up, at a UTC minute since 1970.</summary>
    public static int Points(double dayTimePips, int utcMinute)
    {
        int local = utcMinute + NewYorkClock.OffsetMinutes(utcMinute);
        int hour = ((local % 1440) + 1440) % 1440 / 60;
        return PipPoints.RoundUp(dayTimePips * Quarters[hour] / 4);
    }
}
