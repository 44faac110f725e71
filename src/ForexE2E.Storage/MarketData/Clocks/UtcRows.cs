namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>Rows in ascending UTC: which rows of the file are kept, and their minutes.</summary>
internal sealed class UtcRows(int capacity)
{
    /// <summary>Places in the parsed rows.</summary>
    public List<int> Rows { get; } = new(capacity);

    /// <summary>Minutes since 1970, UTC, strictly ascending.</summary>
    public List<int> Minutes { get; } = new(capacity);

    public int Count => Rows.Count;

    public void Add(int row, int minute)
    {
        Rows.Add(row);
        Minutes.Add(minute);
    }
}
