using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>
/// Where a bar's close lies in the New York day and week, as points on a circle, and which of the Tokyo (09:00-18:00),
/// London and New York (08:00-17:00 each) sessions are open, all on local clocks.
/// </summary>
internal sealed class CalendarFeatures : IFeatureGroup
{
    private const int Day = 1440;
    private const int Week = 7 * Day;

    public IReadOnlyList<string> Names { get; } =
        ["day_sin", "day_cos", "week_sin", "week_cos", "session_tokyo", "session_london", "session_new_york"];

    public void Compute(BarWalk walk, Span<double> values)
    {
        int utc = walk.Bars.StartMinutes[walk.Bar] + walk.Bars.Timeframe.Minutes;
        int newYork = utc + NewYorkClock.OffsetMinutes(utc);
        int london = utc + (DaylightSaving.IsEuropeanSummer(DateTime.UnixEpoch.AddMinutes(utc)) ? 60 : 0);
        (values[0], values[1]) = Math.SinCos(2 * Math.PI * Modulo(newYork, Day) / Day);
        (values[2], values[3]) = Math.SinCos(2 * Math.PI * Modulo(newYork, Week) / Week);
        values[4] = IsOpen(utc + (9 * 60), 9, 18);
        values[5] = IsOpen(london, 8, 17);
        values[6] = IsOpen(newYork, 8, 17);
    }

    private static double IsOpen(int local, int fromHour, int toHour)
    {
        int minute = Modulo(local, Day);
        return minute >= fromHour * 60 && minute < toHour * 60 ? 1 : 0;
    }

    private static int Modulo(int value, int period) => ((value % period) + period) % period;
}
