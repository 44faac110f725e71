namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>Names of a header line, in lower case and without quotes, blanks or angle brackets.</summary>
internal sealed class ColumnNames
{
    private readonly string[] _names;

    public ColumnNames(string line, char separator) =>
        _names = [.. line.Split(separator).Select(name => name.Trim(' ', '"', '<', '>', '\r', '\uFEFF').ToLowerInvariant())];

    public string First => _names[0];

    public int Count => _names.Length;

    /// <summary>Place of the first of several names; -1 when none is there.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            int place = Array.IndexOf(_names, name);
            if (place >= 0)
            {
                return place;
            }
        }

        return -1;
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Array.IndexOf(_names, name) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
