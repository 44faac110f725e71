namespace ForexE2E.Domain.Markets;

/// <summary>
/// Values that became known at stated instants, such as a daily VIX close or a weekly positioning report: always read as
/// of a moment, so that nobody sees a value before its publication.
/// </summary>
public sealed class PublishedSeries
{
    private readonly DateTime[] _published;
    private readonly double[] _values;

    /// <param name="name">What it is, for messages.</param>
    /// <param name="published">Publication instants, UTC, strictly ascending.</param>
    /// <param name="values">Finite values, one for each instant.</param>
    /// <exception cref="ArgumentException">Lengths differ, instants do not ascend, or a value is not finite.</exception>
    public PublishedSeries(string name, DateTime[] published, double[] values)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(values);
        if (published.Length != values.Length)
        {
            throw new ArgumentException($"Series {name}: {published.Length} instants but {values.Length} values.");
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || (i > 0 && published[i] <= published[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Series {name}, entry {i} ({published[i]:u}): instants must ascend strictly and values be finite."));
            }
        }

        Name = name;
        _published = published;
        _values = values;
    }

    public string Name { get; }

    public int Count => _values.Length;

    /// <summary>Publication instants, UTC, strictly ascending.</summary>
    public ReadOnlySpan<DateTime> Published => _published;

    public ReadOnlySpan<double> Values => _values;

    /// <summary>Index of the last value published strictly before the instant; -1 when there is none.</summary>
    public int IndexBefore(DateTime instant)
    {
        int found = Array.BinarySearch(_published, instant);
        return (found >= 0 ? found : ~found) - 1;
    }

    /// <summary>The last value published strictly before the instant; null when there is none.</summary>
    public double? Before(DateTime instant)
    {
        int index = IndexBefore(instant);
        return index < 0 ? null : _values[index];
    }
}
