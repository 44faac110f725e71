using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Storage.MarketData.Import;

/// <summary>Finds out how long the bars of a file are, and puts late stamps where their interval begins.</summary>
internal static class BarLength
{
    private const int MinutesADay = 1440;

    /// <summary>The most common distance between neighbours, the shorter of two that are equally common; 0 when there is none.</summary>
    public static int MostCommon(List<int> minutes)
    {
        int[] counts = new int[MinutesADay + 1];
        for (int i = 1; i < minutes.Count; i++)
        {
            int distance = minutes[i] - minutes[i - 1];
            if (distance is > 0 and <= MinutesADay)
            {
                counts[distance]++;
            }
        }

        int best = 0;
        for (int distance = 1; distance <= MinutesADay; distance++)
        {
            best = counts[distance] > counts[best] ? distance : best;
        }

        return best;
    }

    /// <summary>The length as a timeframe; null, and written down, when it is none.</summary>
    public static Timeframe? ToTimeframe(int minutes, int rows, FindingLedger ledger)
    {
        if (minutes > 0 && MinutesADay % minutes == 0)
        {
            return new Timeframe(minutes);
        }

        string seen = minutes == 0
            ? FormattableString.Invariant($"the length of a bar cannot be told from {rows} readable {(rows == 1 ? "row" : "rows")} at most a day apart")
            : FormattableString.Invariant($"stamps are mostly {minutes} minutes apart, which does not divide a day");
        ledger.Add(FindingCodes.NoTimeframe, 0, minute: null)?.Describe(seen);
        return null;
    }

    /// <summary>
    /// A bar stamped with its first tick (22:05 for the hour from 22:00) would seem to end inside the next one: such stamps move
    /// back to where the interval began. Overlaps that remain are written down.
    /// </summary>
    public static void MoveLateStamps(int[] starts, int minutes, Func<int, int> lineOf, FindingLedger ledger)
    {
        List<int> late = [];
        List<int> overlapping = [];
        // From the end, so that a chain such as 22:05, 23:05, 00:00 comes right.
        for (int i = starts.Length - 2; i >= 0; i--)
        {
            int begin = starts[i + 1] - minutes;
            bool isLate = starts[i] > begin;
            bool isFree = i == 0 || starts[i - 1] < begin;
            if (isLate && isFree)
            {
                late.Add(i);
                starts[i] = begin;
            }
            else if (isLate)
            {
                overlapping.Add(i);
            }
        }

        Note(FindingCodes.LateStamp, late, "bars are stamped after the beginning of their interval");
        Note(FindingCodes.Overlap, overlapping, "bars begin before the one above ends: the file mixes bars of several lengths");

        void Note(string code, List<int> places, string what)
        {
            if (places.Count > 0)
            {
                ledger.Add(code, lineOf(places[^1]), starts[places[^1]])?.Describe(what).CountAs(places.Count);
            }
        }
    }
}
