namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>The readable rows of a bar file in columns, in the order of the file; prices in units of 10^-7.</summary>
internal sealed class ParsedRows(int capacity, bool hasVolume, bool hasSpread)
{
    public List<int> Lines { get; } = new(capacity);

    /// <summary>Minutes since 1970, in the file's clock, or UTC when <see cref="StateUtc"/>.</summary>
    public List<int> Minutes { get; } = new(capacity);

    public List<long> Open { get; } = new(capacity);

    public List<long> High { get; } = new(capacity);

    public List<long> Low { get; } = new(capacity);

    public List<long> Close { get; } = new(capacity);

    /// <summary>Null without such a column.</summary>
    public List<float>? Volume { get; } = hasVolume ? new(capacity) : null;

    /// <summary>Units of 10^-7 of the column's own unit; null without such a column.</summary>
    public List<long>? Spread { get; } = hasSpread ? new(capacity) : null;

    /// <summary>Whether the stamps state their offset.</summary>
    public bool StateUtc { get; set; }

    /// <summary>Decimals printed in the first row's opening price.</summary>
    public int PrintedDecimals { get; set; }

    public int Count => Lines.Count;

    /// <summary>Whether two rows say the same apart from their line.</summary>
    public bool AreEqual(int a, int b) =>
        Minutes[a] == Minutes[b] && Open[a] == Open[b] && High[a] == High[b] && Low[a] == Low[b] && Close[a] == Close[b]
        && (Volume is null || Volume[a].Equals(Volume[b])) && (Spread is null || Spread[a] == Spread[b]);

    /// <summary>Whether nothing was traded: four equal prices and no volume.</summary>
    public bool IsLifeless(int i) => High[i] == Low[i] && (Volume is null || Volume[i] == 0);
}
