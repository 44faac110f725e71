using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>Where bars stop and begin again around a weekend, in minutes of the file's own clock.</summary>
/// <param name="LastEnd">End of the last bar before.</param>
/// <param name="FirstStart">Start of the first bar after.</param>
internal readonly record struct WeekEdge(int LastEnd, int FirstStart)
{
    private const int ShortestWeekend = 44 * 60;
    private const int LongestWeekend = 56 * 60;

    /// <summary>All weekends of a file; bars in which nothing was traded do not count.</summary>
    public static List<WeekEdge> Of(ParsedRows rows, int timeframeMinutes)
    {
        List<WeekEdge> edges = [];
        int last = -1;
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows.Volume is not null && rows.Volume[i] == 0 && rows.High[i] == rows.Low[i])
            {
                continue;
            }

            int end = last < 0 ? 0 : rows.Minutes[last] + timeframeMinutes;
            if (last >= 0 && rows.Minutes[i] - end is >= ShortestWeekend and <= LongestWeekend)
            {
                edges.Add(new WeekEdge(end, rows.Minutes[i]));
            }

            last = i;
        }

        return edges;
    }
}
