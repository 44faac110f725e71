namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>Walks through the lines of a text without copying them; counts them from 1 and skips empty ones.</summary>
internal ref struct LineCursor(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>Number of the current line.</summary>
    public int Number { get; private set; }

    /// <summary>The current line without its end and without blanks around it.</summary>
    public ReadOnlySpan<byte> Line { get; private set; }

    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            int end = _rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? [] : _rest[(end + 1)..];
            Number++;
            Line = line.Trim(" \r"u8);
            if (!Line.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
