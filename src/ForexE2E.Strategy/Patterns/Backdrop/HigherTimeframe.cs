using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Patterns.Backdrop;

/// <summary>The next higher of the usual timeframes: 1m, 5m, 15m, 30m, 1h, 4h, 1d and, above a day, the week from Monday.</summary>
internal static class HigherTimeframe
{
    private const int MinutesAWeek = 7 * 1440;

    // 1970-01-01 was a Thursday: three days after a Monday.
    private const int MinutesFromMonday = 3 * 1440;

    private static ReadOnlySpan<int> Usual => [1, 5, 15, 30, 60, 240, 1440];

    /// <summary>Length in minutes.</summary>
    public static int MinutesAbove(Timeframe timeframe)
    {
        foreach (int minutes in Usual)
        {
            if (minutes > timeframe.Minutes && minutes % timeframe.Minutes == 0)
            {
                return minutes;
            }
        }

        return MinutesAWeek;
    }

    /// <summary>Number of the higher bar that holds a minute since 1970 UTC.</summary>
    public static int BarOf(int startMinute, int higherMinutes)
    {
        int shifted = higherMinutes == MinutesAWeek ? startMinute + MinutesFromMonday : startMinute;
        return (int)Math.Floor((double)shifted / higherMinutes);
    }
}
