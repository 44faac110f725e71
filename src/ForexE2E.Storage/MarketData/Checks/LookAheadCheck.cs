using System.Numerics;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>
/// Finds files in which one bar a day carries the high and low of the whole day, as some MetaTrader histories do: it encloses all
/// bars up to the next such bar, is far wider than they are, and does so on most days in a row. Fair markets do that on single
/// days and never at the same time of day for weeks.
/// </summary>
internal static class LookAheadCheck
{
    private const int MinutesADay = 1440;
    private const int LeastFollowers = 3;
    private const int LeastCoverage = 720;
    private const double Slack = 0.05;          // of the bar's own range: two feeds never agree to the point
    private const double FarWider = 3;          // times the middle range of the bars enclosed
    private const double Wider = 1.5;           // the same when these are few: a day is only 2.4 times as wide as its four-hour bars
    private const int Few = 12;
    private const int Window = 20;              // days looked at together
    private const int HitsInWindow = 12;
    private const int FewestDays = 5;

    public static LookAheadBars? Find(ReadOnlySpan<int> starts, ReadOnlySpan<int> high, ReadOnlySpan<int> low)
    {
        var outcomes = new bool?[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            outcomes[i] = CarriesTheDay(starts, high, low, i);
        }

        // The clock of a server may follow UTC or New York; where the defect sits still in neither, it is on half of the year's days in both.
        LookAheadBars? byUtc = FindAt(starts, outcomes, _ => 0);
        LookAheadBars? byNewYork = FindAt(starts, outcomes, NewYorkClock.OffsetMinutes);
        return (byUtc?.Count ?? 0) >= (byNewYork?.Count ?? 0) ? byUtc : byNewYork;
    }

    private static LookAheadBars? FindAt(ReadOnlySpan<int> starts, bool?[] outcomes, Func<int, int> offset)
    {
        var slots = new Slot[MinutesADay];
        for (int i = 0; i < starts.Length; i++)
        {
            if (outcomes[i] is { } hit)
            {
                int minute = (starts[i] + offset(starts[i])) % MinutesADay;
                slots[minute < 0 ? minute + MinutesADay : minute].Add(hit, i);
            }
        }

        Slot worst = default;
        foreach (Slot slot in slots)
        {
            worst = slot.IsSuspect && slot.Hits > worst.Hits ? slot : worst;
        }

        return worst.IsSuspect ? new LookAheadBars(worst.Hits, worst.First, worst.Days) : null;
    }

    /// <returns>Null when too little follows to say.</returns>
    private static bool? CarriesTheDay(ReadOnlySpan<int> starts, ReadOnlySpan<int> high, ReadOnlySpan<int> low, int i)
    {
        int range = high[i] - low[i];
        int slack = (int)(range * Slack);
        int next = i + 1;
        bool encloses = true;
        for (; next < starts.Length && starts[next] < starts[i] + MinutesADay; next++)
        {
            if (high[next] > high[i] + slack || low[next] < low[i] - slack)
            {
                encloses = false;
                break;
            }
        }

        if (!encloses)
        {
            return HasFollowers(starts, i) ? false : null;
        }

        double factor = next - i > Few ? FarWider : Wider;
        return HasFollowers(starts, i) ? range >= factor * MiddleRange(high[(i + 1)..next], low[(i + 1)..next]) : null;
    }

    private static bool HasFollowers(ReadOnlySpan<int> starts, int i)
    {
        int third = i + LeastFollowers;
        if (third >= starts.Length || starts[third] >= starts[i] + MinutesADay)
        {
            return false;
        }

        // The bars that follow must reach half a day on; the first at or after that tells.
        int later = starts[i..].BinarySearch(starts[i] + LeastCoverage);
        int index = i + (later >= 0 ? later : ~later);
        return index < starts.Length && starts[index] < starts[i] + MinutesADay;
    }

    private static int MiddleRange(ReadOnlySpan<int> high, ReadOnlySpan<int> low)
    {
        int[] ranges = new int[high.Length];
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = high[i] - low[i];
        }

        Array.Sort(ranges);
        return Math.Max(1, ranges[ranges.Length / 2]);
    }

    /// <summary>What happened at one time of day.</summary>
    private struct Slot
    {
        private uint _recent;

        public int Days { get; private set; }

        public int Hits { get; private set; }

        public int First { get; private set; }

        private bool WasDense { get; set; }

        public readonly bool IsSuspect => WasDense || (Days is >= FewestDays and < Window && Hits * Window >= Days * HitsInWindow);

        public void Add(bool hit, int index)
        {
            First = hit && Hits == 0 ? index : First;
            Days++;
            Hits += hit ? 1 : 0;
            _recent = ((_recent << 1) | (hit ? 1u : 0u)) & ((1u << Window) - 1);
            WasDense |= Days >= Window && BitOperations.PopCount(_recent) >= HitsInWindow;
        }
    }
}
