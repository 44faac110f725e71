using System.Globalization;
using System.Text;
using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>
/// Returns of several assets: a header of symbols, then one row a period in order of time, fractions with a decimal point (0.01 is 1 %).
/// A first column named date, time, day or timestamp, or without a name, is passed over. Plain, gzip or zip.
/// </summary>
public static class ReturnsFile
{
    private static readonly string[] StampNames = ["", "date", "time", "timestamp", "datetime", "day", "period", "index"];

    /// <summary>The symbols, and the returns row by row.</summary>
    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static (string[] Symbols, double[] RowMajor) Read(string path)
    {
        FileText text = FileText.Load(path);
        LineCursor cursor = new(text.Bytes.Span);
        cursor.Next();
        string[] header = Cells(cursor.Line);
        int first = StampNames.Contains(header[0], StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        string[] symbols = header[first..];
        CheckHeader(path, cursor.Number, symbols);
        List<double> returns = [];
        int rows = 0;
        while (cursor.Next())
        {
            string[] cells = Cells(cursor.Line);
            if (cells.Length != header.Length)
            {
                throw Fault(path, cursor.Number, $"{cells.Length} columns instead of the {header.Length} of the header. Complete the row or remove it");
            }

            for (int i = first; i < cells.Length; i++)
            {
                returns.Add(Number(path, cursor.Number, header[i], cells[i]));
            }

            rows++;
        }

        return rows >= 2 ? (symbols, [.. returns]) : throw new MarketDataException($"{path} has {rows} rows of returns. Two are the least that say anything about risk: export more periods.");
    }

    private static void CheckHeader(string path, int line, string[] symbols)
    {
        if (symbols.Length == 0)
        {
            throw Fault(path, line, "the header names no asset. Begin the file with a line such as date,EURUSD,GBPUSD");
        }

        string? number = Array.Find(symbols, s => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        if (number is not null)
        {
            throw Fault(path, line, $"'{number}' is a number where a symbol should stand. Begin the file with a header such as date,EURUSD,GBPUSD");
        }

        if (symbols.Any(s => s.Length == 0))
        {
            throw Fault(path, line, "a column has no symbol. Name it, or remove the column");
        }

        string? twice = symbols.GroupBy(s => s, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw Fault(path, line, $"symbol '{twice}' stands in two columns. Rename or remove one");
        }
    }

    private static double Number(string path, int line, string column, string text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        if (!isNumber)
        {
            throw Fault(path, line, $"'{text}' in column {column} is no number. Write a fraction with a decimal point, such as -0.0042, or remove the row");
        }

        return Math.Abs(value) < 10
            ? value
            : throw Fault(path, line, FormattableString.Invariant($"'{text}' in column {column} would be a return of {value * 100:0} %. Give fractions (0.01 is 1 %), not prices or percents"));
    }

    private static string[] Cells(ReadOnlySpan<byte> line) =>
        [.. Encoding.UTF8.GetString(line).Split(',').Select(c => c.Trim().Trim('"').Trim())];

    private static MarketDataException Fault(string path, int line, string what) =>
        new(FormattableString.Invariant($"{path}, line {line}: ") + what + ".");
}
