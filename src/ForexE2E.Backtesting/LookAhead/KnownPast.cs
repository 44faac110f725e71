using ForexE2E.Domain.Markets;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>Market data as it was known at a bar's close: bars up to it, other pairs' bars that had ended, values published strictly before.</summary>
internal static class KnownPast
{
    public static MarketData At(MarketData data, int bar)
    {
        DateTime close = data.Bars.EndOf(bar);
        return data with
        {
            Bars = data.Bars.Truncate(bar + 1),
            Pairs = [.. data.Pairs.Select(p => p.Truncate(EndedBy(p, close)))],
            Vix = Before(data.Vix, close),
            Sentiment = Before(data.Sentiment, close),
            News = Before(data.News, close),
        };
    }

    /// <summary>Number of bars that have ended by an instant.</summary>
    public static int EndedBy(BarSeries bars, DateTime instant) => bars.IndexAtOrAfter(instant.AddMinutes(1 - bars.Timeframe.Minutes));

    private static PublishedSeries? Before(PublishedSeries? series, DateTime close)
    {
        if (series is null)
        {
            return null;
        }

        int count = series.IndexBefore(close) + 1;
        return new PublishedSeries(series.Name, series.Published[..count].ToArray(), series.Values[..count].ToArray());
    }
}
