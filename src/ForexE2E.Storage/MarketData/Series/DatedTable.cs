using System.Globalization;
using System.Text;
using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Formats;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>A small CSV table with named columns, read strictly: faults name file and line.</summary>
internal sealed class DatedTable
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];
    private readonly string _path;
    private readonly ColumnNames _names;
    private readonly List<(int Line, string[] Cells)> _rows = [];

    private DatedTable(string path, ColumnNames names) => (_path, _names) = (path, names);

    public int Count => _rows.Count;

    /// <exception cref="MarketDataException">Unreadable, a wanted column is missing, a row is short, or there is none.</exception>
    public static DatedTable Load(string path, string kind, params string[] wanted)
    {
        FileText text = FileText.Load(path);
        var cursor = new LineCursor(text.Bytes.Span);
        cursor.Next();
        string header = Encoding.UTF8.GetString(cursor.Line);
        var names = new ColumnNames(header, ',');
        string? missing = Array.Find(wanted, name => names.Find(name) < 0);
        if (missing is not null)
        {
            throw new MarketDataException($"{path}, line {cursor.Number}: no column '{missing}' among '{header}'. A {kind} file needs the columns {string.Join(", ", wanted)}.");
        }

        var table = new DatedTable(path, names);
        while (cursor.Next())
        {
            string[] cells = Encoding.UTF8.GetString(cursor.Line).Split(',');
            if (cells.Length < names.Count)
            {
                throw new MarketDataException($"{path}, line {cursor.Number}: {cells.Length} columns instead of {names.Count}. The file may be cut off: download it again.");
            }

            table._rows.Add((cursor.Number, cells));
        }

        return table._rows.Count > 0 ? table : throw new MarketDataException($"{path} has a header but no rows. Download it again.");
    }

    public double Number(int row, string column, double least, double most)
    {
        string text = Cell(row, column);
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        return isNumber && value >= least && value <= most
            ? value
            : throw Fault(row, FormattableString.Invariant($"'{text}' in column {column} must be a number from {least} to {most}"));
    }

    /// <summary>A date as YYYY-MM-DD.</summary>
    public DateOnly Date(int row, string column)
    {
        string text = Cell(row, column);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Fault(row, $"'{text}' in column {column} must be a date such as 2019-03-01");
    }

    /// <summary>An instant in UTC, as 2019-03-01T20:30:00Z.</summary>
    public DateTime Instant(int row, string column)
    {
        string text = Cell(row, column);
        string? fault = new StampParser(DateStyle.YearFirst, 0).Parse(Encoding.UTF8.GetBytes(text), [], out int minute, out bool isUtc);
        return fault is null && isUtc
            ? DateTime.UnixEpoch.AddMinutes(minute)
            : throw Fault(row, $"'{text}' in column {column} must be an instant such as 2019-03-01T20:30:00Z");
    }

    /// <summary>An instant in UTC with seconds, as 2019-03-01T20:30:15Z; the next whole minute, so that nothing is known too early.</summary>
    public DateTime InstantRoundedUp(int row, string column)
    {
        string text = Cell(row, column);
        return DateTime.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime instant)
            ? new DateTime((instant.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc)
            : throw Fault(row, $"'{text}' in column {column} must be an instant such as 2019-03-01T20:30:15Z");
    }

    /// <summary>A regime by its name.</summary>
    public Regime Regime(int row, string column)
    {
        try
        {
            return RegimeNames.Parse(Cell(row, column));
        }
        catch (FormatException e)
        {
            throw Fault(row, $"column {column}: {e.Message}");
        }
    }

    /// <summary>Refuses a row, naming its line.</summary>
    public MarketDataException Refusal(int row, string what) => Fault(row, what);

    /// <exception cref="MarketDataException">A publication does not lie after the one before; the message names the line.</exception>
    public PublishedSeries ToSeries(string name, Func<int, (DateTime Published, double Value)> entryOf)
    {
        var published = new DateTime[Count];
        double[] values = new double[Count];
        for (int row = 0; row < Count; row++)
        {
            (published[row], values[row]) = entryOf(row);
            if (row > 0 && published[row] <= published[row - 1])
            {
                throw Fault(row, "the row is not later than the one above: sort by date and remove duplicates");
            }
        }

        return new PublishedSeries(name, published, values);
    }

    private string Cell(int row, string column) => _rows[row].Cells[_names.Find(column)].Trim().Trim('"');

    private MarketDataException Fault(int row, string what) =>
        new(FormattableString.Invariant($"{_path}, line {_rows[row].Line}: {what}. Correct the row or download the file again."));
}
