using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Sssd.Scaling;

/// <summary>Half hours of the New York day, 0 at 17:00, when the trading day begins.</summary>
internal static class DaySlots
{
    public const int Count = 48;
    private const int MinutesOfDay = 1440;
    private const int RolloverMinute = 17 * 60;

    /// <summary>Minutes since 17:00 New York at a UTC minute since 1970.</summary>
    public static int MinuteOf(int utcMinute)
    {
        int minute = (utcMinute + NewYorkClock.OffsetMinutes(utcMinute) - RolloverMinute) % MinutesOfDay;
        return minute < 0 ? minute + MinutesOfDay : minute;
    }

    /// <summary>The slot some minutes after a minute of the day. Trading weeks end and begin at 17:00, so weekends need no care.</summary>
    public static int SlotAfter(int minuteOfDay, int minutes) => (minuteOfDay + minutes) % MinutesOfDay / (MinutesOfDay / Count);
}
