using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Filters;

/// <summary>The crowd as the positioning reports show it at a bar's close, and the news it reads.</summary>
/// <param name="Side">Where more than half of it stands; None when it is evenly split or nothing was published.</param>
/// <param name="Share">Its share on that side in the newest report, 0.5 to 1.</param>
/// <param name="Confidence">Its mean share on that side over the newest reports, 0 to 1: a lean that lasts counts, a single report less.</param>
internal readonly record struct Crowd(Side Side, double Share, double Confidence)
{
    /// <summary>Reports that the confidence is the mean of, the newest one included.</summary>
    public const int Reports = 4;

    /// <summary>The crowd of the newest report known at a bar.</summary>
    /// <param name="news">
    /// Tone of the news from -1 to 1, which the crowd is taken to follow: (1 + tone) / 2 of it would be long by the news alone, and
    /// share and confidence become the mean of report and news. Null: no news.
    /// </param>
    public static Crowd At(PublishedColumn longShares, int bar, double? news = null)
    {
        int newest = longShares.ReportAt(bar);
        if (newest < 0)
        {
            return default;
        }

        int first = Math.Max(0, newest - Reports + 1);
        double sum = 0;
        foreach (double share in longShares.Values[first..(newest + 1)])
        {
            sum += share;
        }

        double now = Blended(longShares.Values[newest], news);
        double mean = Blended(sum / (newest + 1 - first), news);
        return now == 0.5 ? default : now > 0.5 ? new Crowd(Side.Long, now, mean) : new Crowd(Side.Short, 1 - now, 1 - mean);
    }

    private static double Blended(double longShare, double? news) => news is { } tone ? (longShare + ((1 + tone) / 2)) / 2 : longShare;
}
