using ForexE2E.Domain.Markets;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// Where trading days begin in a bar series, and how many nights of financing fall before each bar: two bytes a bar, made
/// once a series, so that no calendar is asked inside a simulation.
/// </summary>
public sealed class TradingCalendar
{
    private const int Wednesday = 6;

    private readonly ushort[] _events;
    private readonly List<int> _firstBars = [];
    private readonly List<int> _days = [];

    private TradingCalendar(ReadOnlySpan<int> startMinutes, Func<int, int> endOfDay)
    {
        _events = new ushort[startMinutes.Length];
        if (startMinutes.Length == 0)
        {
            return;
        }

        int day = FirstDay(startMinutes[0], endOfDay);
        int end = endOfDay(day);
        Begin(0, day);
        for (int bar = 1; bar < startMinutes.Length; bar++)
        {
            int nights = 0;
            while (end <= startMinutes[bar])
            {
                // Wednesday's night pays for the weekend: value dates are two business days ahead.
                nights += WeekdayOf(day) == Wednesday ? 3 : 1;
                day = NextWorkday(day);
                end = endOfDay(day);
            }

            if (nights > 0)
            {
                _events[bar] = (ushort)Math.Min(nights, ushort.MaxValue);
                Begin(bar, day);
            }
        }
    }

    /// <summary>For each bar, the nights between the last bar's start and this one's, both ends as in (last, this]; not 0 exactly where a trading day begins.</summary>
    internal ReadOnlySpan<ushort> Events => _events;

    /// <summary>Days that end at 17:00 New York (<see cref="NewYorkClock"/>).</summary>
    public static TradingCalendar NewYork(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return new TradingCalendar(bars.StartMinutes, NewYorkClock.EndOfTradingDay);
    }

    /// <summary>Days that end at a fixed minute of the UTC day, Monday to Friday.</summary>
    public static TradingCalendar FixedUtc(BarSeries bars, int endMinuteOfDay)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentOutOfRangeException.ThrowIfNegative(endMinuteOfDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(endMinuteOfDay, 1440);
        return new TradingCalendar(bars.StartMinutes, day => (day * 1440) + endMinuteOfDay);
    }

    /// <summary>Days since 1970-01-01 of the date on which the trading day of a bar ends.</summary>
    public int TradingDay(int bar)
    {
        int found = _firstBars.BinarySearch(bar);
        return _days[found >= 0 ? found : ~found - 1];
    }

    private static int FirstDay(int minute, Func<int, int> endOfDay)
    {
        int day = (int)Math.Floor(minute / 1440.0) - 1;
        while (WeekdayOf(day) is 2 or 3 || endOfDay(day) <= minute)
        {
            day++;
        }

        return day;
    }

    /// <summary>0 Thursday (as 1970-01-01), 1 Friday, 2 Saturday, 3 Sunday, 4 Monday, 5 Tuesday, 6 Wednesday.</summary>
    private static int WeekdayOf(int day) => ((day % 7) + 7) % 7;

    private static int NextWorkday(int day) => day + (WeekdayOf(day) == 1 ? 3 : 1);

    private void Begin(int bar, int day)
    {
        _firstBars.Add(bar);
        _days.Add(day);
    }
}
