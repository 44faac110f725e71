using System.Text;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>The beginning of a file, by which its format is recognised.</summary>
internal sealed class FirstLines
{
    private const int Wanted = 5;
    private const int LongestLine = 2000;
    private readonly List<string> _lines = [];

    public FirstLines(FileText text)
    {
        FileName = text.Name;
        var cursor = new LineCursor(text.Bytes.Span);
        while (_lines.Count < Wanted && cursor.Next())
        {
            FirstNumber = _lines.Count == 0 ? cursor.Number : FirstNumber;
            _lines.Add(Encoding.UTF8.GetString(cursor.Line[..Math.Min(LongestLine, cursor.Line.Length)]));
        }

        Separator = First.Contains('\t', StringComparison.Ordinal) ? '\t' : First.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        Header = new ColumnNames(First, Separator);
    }

    public string FileName { get; }

    /// <summary>The first line that is not empty.</summary>
    public string First => _lines[0];

    /// <summary>Line number of <see cref="First"/>.</summary>
    public int FirstNumber { get; }

    public char Separator { get; }

    /// <summary>The first line read as column names.</summary>
    public ColumnNames Header { get; }

    /// <summary>Columns of the first line.</summary>
    public int Columns => First.Split(Separator).Length;

    /// <summary>The line at or after the first that holds bars when the first is a header; empty when there is none.</summary>
    public string Second => _lines.Count > 1 ? _lines[1] : "";

    /// <summary>Whether a line begins with a pattern in which 9 stands for any digit.</summary>
    public static bool Begins(string line, string pattern) =>
        line.Length >= pattern.Length && pattern.Zip(line).All(p => p.First == '9' ? char.IsAsciiDigit(p.Second) : p.First == p.Second);
}
