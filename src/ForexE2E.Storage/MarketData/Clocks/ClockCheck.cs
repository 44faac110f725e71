using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>
/// Judges a clock by the weekends: quotes end Friday 17:00 and begin Sunday 17:00 New York. The end counts twice, since
/// brokers often begin late and none ends early.
/// </summary>
internal static class ClockCheck
{
    private const int CoarsestTimeframe = 60;
    private const int Tolerance = 20;
    private const int HalfAWeek = 5040;
    private const double NearlyAsWell = 0.1;
    private const int MostRivals = 2;

    /// <returns>Null when the bars are too coarse or there is no weekend to judge by.</returns>
    public static ClockVerdict? Judge(List<WeekEdge> edges, TimeZoneRule assumed, int timeframeMinutes)
    {
        if (timeframeMinutes > CoarsestTimeframe || edges.Count == 0)
        {
            return null;
        }

        List<(TimeZoneRule Rule, double Share)> scores = [.. Candidates().Select(rule => (rule, ShareOf(edges, rule)))];
        (TimeZoneRule best, double bestShare) = scores.MaxBy(s => s.Share);
        ImmutableArray<string> rivals =
            [.. scores.Where(s => s.Rule != best && s.Share >= bestShare - NearlyAsWell).Take(MostRivals).Select(s => s.Rule.Name)];
        return new ClockVerdict(edges.Count, ShareOf(edges, assumed), best, bestShare, rivals);
    }

    /// <summary>Legal clocks first: of two that fit equally the first is named.</summary>
    private static IEnumerable<TimeZoneRule> Candidates()
    {
        string[] names = ["utc", "eet", "new-york+7", "cet", "new-york", "london", "histdata"];
        IEnumerable<int> hours = Enumerable.Range(1, 14).SelectMany(h => h <= 12 ? new[] { h, -h } : [h]);
        return names.Select(TimeZoneRule.Parse).Concat(hours.Select(h => TimeZoneRule.Fixed(h * 60)));
    }

    private static double ShareOf(List<WeekEdge> edges, TimeZoneRule rule)
    {
        var clock = new LocalClock(rule);
        int points = 0;
        foreach (WeekEdge edge in edges)
        {
            clock.TryResolve(edge.FirstStart, out _, out int start);
            clock.TryResolve(edge.LastEnd, out _, out int end);
            int opening = TradingWeek.OpeningAtOrBefore(start + HalfAWeek);
            int closing = NewYorkClock.EndOfTradingDay((opening / 1440) - 2);
            points += Math.Abs(start - opening) <= Tolerance ? 1 : 0;
            points += Math.Abs(end - closing) <= Tolerance ? 2 : 0;
        }

        return points / (3.0 * edges.Count);
    }
}
