using System.Text;
using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>Reads the rows of a bar file by a layout. Rows that cannot be are written into the ledger and left out.</summary>
internal sealed class RowParser
{
    private const int MostColumns = 32;
    private readonly RowLayout _layout;
    private readonly FindingLedger _ledger;
    private readonly StampParser _stamps;
    private readonly ParsedRows _rows;
    private bool _knowsClock;

    private RowParser(RowLayout layout, FindingLedger ledger, int capacity)
    {
        (_layout, _ledger) = (layout, ledger);
        _stamps = new StampParser(layout.DateStyle, layout.Day);
        _rows = new ParsedRows(capacity, layout.Volume >= 0, layout.Spread >= 0);
    }

    public static ParsedRows Parse(FileText text, RowLayout layout, FindingLedger ledger)
    {
        var parser = new RowParser(layout, ledger, (text.Bytes.Length / 44) + 16);
        Span<Range> columns = stackalloc Range[MostColumns];
        var lines = new LineCursor(text.Bytes.Span);
        while (lines.Next())
        {
            if (lines.Number > layout.HeaderLine)
            {
                parser.ParseRow(lines.Line, lines.Number, columns);
            }
        }

        return parser._rows;
    }

    private void ParseRow(ReadOnlySpan<byte> line, int number, Span<Range> columns)
    {
        int count = Split(line, _layout.Separator, columns);
        if (count < _layout.Columns)
        {
            Reject(number, $"it has {count} columns instead of {_layout.Columns}: '{Shown(line)}'");
            return;
        }

        ReadOnlySpan<byte> time = _layout.Time < 0 ? [] : Field(line, columns, _layout.Time);
        string? fault = _stamps.Parse(Field(line, columns, _layout.Date), time, out int minute, out bool isUtc);
        if (fault is not null)
        {
            Reject(number, $"'{Shown(Field(line, columns, _layout.Date))}{(time.IsEmpty ? "" : " " + Shown(time))}' {fault}");
        }
        else if (_knowsClock && isUtc != _rows.StateUtc)
        {
            Reject(number, "some stamps state their offset from UTC and some do not");
        }
        else
        {
            (_knowsClock, _rows.StateUtc) = (true, isUtc);
            ParseValues(line, number, columns, minute);
        }
    }

    private void ParseValues(ReadOnlySpan<byte> line, int number, Span<Range> columns, int minute)
    {
        float volume = 0;
        long spread = 0;
        (long high, long low, long close) = (0, 0, 0);
        bool isReadable = TryPrice(line, number, columns[_layout.Open], out long open)
            && TryPrice(line, number, columns[_layout.High], out high)
            && TryPrice(line, number, columns[_layout.Low], out low)
            && TryPrice(line, number, columns[_layout.Close], out close)
            && TryVolume(line, number, columns, out volume)
            && TrySpread(line, number, columns, close, out spread)
            && IsPossible(number, minute, open, high, low, close);
        if (!isReadable)
        {
            return;
        }

        if (_rows.Count == 0)
        {
            ReadOnlySpan<byte> text = Unquote(line[columns[_layout.Open]]);
            _rows.PrintedDecimals = text.IndexOf((byte)'.') is var point and >= 0 ? text.Length - point - 1 : 0;
        }

        _rows.Lines.Add(number);
        _rows.Minutes.Add(minute);
        _rows.Open.Add(open);
        _rows.High.Add(high);
        _rows.Low.Add(low);
        _rows.Close.Add(close);
        _rows.Volume?.Add(volume);
        _rows.Spread?.Add(spread);
    }

    private bool TryPrice(ReadOnlySpan<byte> line, int number, Range column, out long price)
    {
        ReadOnlySpan<byte> text = Unquote(line[column]);
        if (NumberParser.TryFixed(text, out price))
        {
            return true;
        }

        Reject(number, $"'{Shown(text)}' is not a price");
        return false;
    }

    private bool TryVolume(ReadOnlySpan<byte> line, int number, Span<Range> columns, out float volume)
    {
        volume = 0;
        if (_layout.Volume < 0 || NumberParser.TryVolume(Field(line, columns, _layout.Volume), out volume))
        {
            return true;
        }

        Reject(number, $"'{Shown(Field(line, columns, _layout.Volume))}' is not a volume");
        return false;
    }

    private bool TrySpread(ReadOnlySpan<byte> line, int number, Span<Range> columns, long close, out long spread)
    {
        spread = 0;
        if (_layout.Spread < 0)
        {
            return true;
        }

        bool isNumber = NumberParser.TryFixed(Field(line, columns, _layout.Spread), out spread);
        spread -= _layout.SpreadUnit == SpreadUnit.AskClose ? close : 0;
        if (isNumber && spread >= 0)
        {
            return true;
        }

        string shown = Shown(Field(line, columns, _layout.Spread));
        Reject(number, isNumber ? $"'{shown}' makes the spread negative (the ask lies below the bid)" : $"'{shown}' is not a spread");
        return false;
    }

    private bool IsPossible(int number, int minute, long open, long high, long low, long close)
    {
        if (Math.Min(Math.Min(open, high), Math.Min(low, close)) <= 0)
        {
            _ledger.Add(FindingCodes.PriceNotPositive, number, minute)?.Describe("a price is zero or below");
            return false;
        }

        if (high < low || high < Math.Max(open, close) || low > Math.Min(open, close))
        {
            _ledger.Add(FindingCodes.ImpossibleBar, number, minute)?.Describe(
                high < low ? "the high lies below the low" : "the open or close lies outside of low to high");
            return false;
        }

        return true;
    }

    private void Reject(int number, string what) => _ledger.Add(FindingCodes.UnreadableRow, number, minute: null)?.Describe(what);

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, Span<Range> columns, int column) => Unquote(line[columns[column]]);

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text) => text.Trim(" \""u8);

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(60, text.Length)]);

    private static int Split(ReadOnlySpan<byte> line, byte separator, Span<Range> columns)
    {
        int count = 0;
        int start = 0;
        while (count < columns.Length)
        {
            int length = line[start..].IndexOf(separator);
            columns[count++] = length < 0 ? start..line.Length : start..(start + length);
            if (length < 0)
            {
                break;
            }

            start += length + 1;
        }

        return count;
    }
}
