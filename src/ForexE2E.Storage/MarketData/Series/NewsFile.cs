using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>
/// News items: <c>published_utc</c> (an instant in UTC, seconds allowed and rounded up to the minute) and <c>score</c>, the tone for
/// the traded pair from -1 (falls) to 1 (rises). Rows ascend; items of the same minute become one of their mean score.
/// </summary>
public static class NewsFile
{
    private const string Published = "published_utc";

    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static PublishedSeries Read(string path)
    {
        DatedTable table = DatedTable.Load(path, "news", Published, "score");
        List<DateTime> published = [];
        List<double> scores = [];
        int together = 0;
        for (int row = 0; row < table.Count; row++)
        {
            DateTime at = table.InstantRoundedUp(row, Published);
            double score = table.Number(row, "score", -1, 1);
            if (published.Count > 0 && at < published[^1])
            {
                throw table.Refusal(row, "the row is earlier than the one above: sort by time");
            }

            if (published.Count > 0 && at == published[^1])
            {
                together++;
                scores[^1] += (score - scores[^1]) / together;
                continue;
            }

            together = 1;
            published.Add(at);
            scores.Add(score);
        }

        return new PublishedSeries("news", [.. published], [.. scores]);
    }
}
