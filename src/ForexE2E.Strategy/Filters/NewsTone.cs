using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Filters;

/// <summary>
/// The mean tone of the news of the last day at each bar's close, from items published strictly before it. 4 bytes a bar.
/// </summary>
internal sealed class NewsTone
{
    /// <summary>How long an item counts.</summary>
    public const int Hours = 24;

    private readonly float[] _tones;

    public NewsTone(BarSeries bars, PublishedSeries news)
    {
        _tones = new float[bars.Count];
        ReadOnlySpan<DateTime> published = news.Published;
        double[] sums = new double[news.Count + 1];
        for (int i = 0; i < news.Count; i++)
        {
            sums[i + 1] = sums[i] + news.Values[i];
        }

        (int first, int end) = (0, 0);
        for (int i = 0; i < _tones.Length; i++)
        {
            DateTime close = bars.EndOf(i);
            DateTime oldest = close.AddHours(-Hours);
            while (end < published.Length && published[end] < close)
            {
                end++;
            }

            while (first < end && published[first] < oldest)
            {
                first++;
            }

            _tones[i] = first == end ? float.NaN : (float)(Math.Round((sums[end] - sums[first]) / (end - first) * 1e6) / 1e6);
        }
    }

    /// <summary>-1 to 1; null when nothing was published for a day.</summary>
    public double? At(int bar) => float.IsNaN(_tones[bar]) ? null : _tones[bar];
}
