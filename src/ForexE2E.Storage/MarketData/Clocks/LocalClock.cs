namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>Turns local minutes into UTC by a rule. Remembers days without a clock change, on which one offset serves all.</summary>
internal sealed class LocalClock(TimeZoneRule rule)
{
    private const int MinutesADay = 1440;
    private int _day = int.MinValue;
    private int _before;
    private int _after;

    /// <summary>The one or two UTC minutes a local minute can be.</summary>
    /// <returns>False when the clock skipped it.</returns>
    public bool TryResolve(int local, out int earlier, out int later)
    {
        int day = local < 0 ? ((local + 1) / MinutesADay) - 1 : local / MinutesADay;
        if (day != _day)
        {
            // Offsets are below a day, so these two instants lie before and after the whole local day.
            (_day, _before, _after) = (day, rule.OffsetMinutes((day - 1) * MinutesADay), rule.OffsetMinutes((day + 2) * MinutesADay));
        }

        (int a, int b) = (local - _before, local - _after);
        if (a == b)
        {
            (earlier, later) = (a, a);
            return true;
        }

        bool isA = rule.OffsetMinutes(a) == _before;
        bool isB = rule.OffsetMinutes(b) == _after;
        (earlier, later) = isA && isB ? (Math.Min(a, b), Math.Max(a, b)) : isA ? (a, a) : (b, b);
        return isA || isB;
    }
}
