using System.Globalization;
using System.Text;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>Writes published series in the form their readers take, so that a generated market can be kept as files.</summary>
public static class PublishedSeriesFiles
{
    /// <summary>Daily values published 16:15 New York; open, high and low repeat the close.</summary>
    /// <exception cref="MarketDataException">The file cannot be written.</exception>
    public static void WriteVix(string path, PublishedSeries vix) => Write(path, "date,open,high,low,close", vix, (at, v) =>
    {
        int minute = (int)((at - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute);
        DateTime day = DateTime.UnixEpoch.AddDays(NewYorkClock.TradingDay(minute));
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{v:R},{v:R},{v:R},{v:R}");
    });

    /// <summary>Long shares by their release.</summary>
    /// <exception cref="MarketDataException">The file cannot be written.</exception>
    public static void WriteSentiment(string path, PublishedSeries sentiment) =>
        Write(path, "nominal_release_utc,smallspec_long_pct", sentiment, (at, v) => string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'},{(decimal)v * 100}"));

    /// <summary>Tones by their instant.</summary>
    /// <exception cref="MarketDataException">The file cannot be written.</exception>
    public static void WriteNews(string path, PublishedSeries news) =>
        Write(path, "published_utc,score", news, (at, v) => string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'},{v:R}"));

    private static void Write(string path, string header, PublishedSeries series, Func<DateTime, double, string> line)
    {
        ArgumentNullException.ThrowIfNull(series);
        StringBuilder text = new(header + "\n");
        for (int i = 0; i < series.Count; i++)
        {
            text.Append(line(series.Published[i], series.Values[i])).Append('\n');
        }

        SeriesText.Write(path, text);
    }
}
