using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Filters;

/// <summary>A published series laid along bars: which value was the last one published before each close. 4 bytes a bar.</summary>
internal sealed class PublishedColumn
{
    private readonly PublishedSeries _series;
    private readonly int[] _reports;

    public PublishedColumn(BarSeries bars, PublishedSeries series)
    {
        _series = series;
        _reports = new int[bars.Count];
        ReadOnlySpan<DateTime> published = series.Published;
        int next = 0;
        for (int i = 0; i < _reports.Length; i++)
        {
            DateTime close = bars.EndOf(i);
            while (next < published.Length && published[next] < close)
            {
                next++;
            }

            _reports[i] = next - 1;
        }
    }

    /// <summary>All values; only those up to <see cref="ReportAt"/> are known at a bar.</summary>
    public ReadOnlySpan<double> Values => _series.Values;

    /// <summary>Index of the last value published strictly before the bar's close; -1 when there is none.</summary>
    public int ReportAt(int bar) => _reports[bar];
}
