using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>
/// Puts rows on the UTC time line. Where stamps run back there are four cases: a block that repeats earlier rows exactly (a
/// vendor's fault), the second pass of an hour that the clock really repeated, a duplicate, or disorder.
/// </summary>
internal sealed class StampConversion
{
    private readonly ParsedRows _rows;
    private readonly LocalClock _clock;
    private readonly bool _vendorRepeats;
    private readonly FindingLedger _ledger;
    private readonly UtcRows _utc;

    private StampConversion(ParsedRows rows, TimeZoneRule rule, bool vendorRepeats, FindingLedger ledger)
    {
        (_rows, _vendorRepeats, _ledger) = (rows, vendorRepeats, ledger);
        _clock = new LocalClock(rule);
        _utc = new UtcRows(rows.Count);
    }

    /// <param name="vendorRepeats">Whether exact repeats are the format's known fault, to be dropped without complaint.</param>
    public static UtcRows Convert(ParsedRows rows, TimeZoneRule rule, bool vendorRepeats, FindingLedger ledger)
    {
        var conversion = new StampConversion(rows, rule, vendorRepeats, ledger);
        int row = 0;
        while (row < rows.Count)
        {
            row += conversion.Take(row);
        }

        return conversion._utc;
    }

    /// <summary>Takes the row, or the block of repeats that begins with it; returns how many rows that are.</summary>
    private int Take(int row)
    {
        int local = _rows.Minutes[row];
        if (!_clock.TryResolve(local, out int earlier, out int later))
        {
            _ledger.Add(FindingCodes.MissingHour, _rows.Lines[row], local)?.Describe("the stamp does not exist in the file's clock");
            return 1;
        }

        int last = _utc.Count == 0 ? int.MinValue : _utc.Minutes[^1];
        if (earlier > last)
        {
            _utc.Add(row, earlier);
            return 1;
        }

        bool isAmbiguous = earlier != later;
        int block = isAmbiguous || _vendorRepeats ? RepeatedBlock(row) : 0;
        if (block > 0)
        {
            Count(FindingCodes.RepeatedHour, row, block);
            return block;
        }

        if (later > last)
        {
            _utc.Add(row, later);
            return 1;
        }

        Complain(row, later);
        return 1;
    }

    /// <summary>Length of the run of rows from here that repeat earlier rows exactly, up to where the stamps go on; 0 when one differs.</summary>
    private int RepeatedBlock(int row)
    {
        int reached = _rows.Minutes[_utc.Rows[^1]];
        int end = row;
        int earlier = PlaceOfLocal(_rows.Minutes[row]);
        while (end < _rows.Count && _rows.Minutes[end] <= reached)
        {
            while (earlier >= 0 && earlier < _utc.Count && _rows.Minutes[_utc.Rows[earlier]] < _rows.Minutes[end])
            {
                earlier++;
            }

            if (earlier < 0 || earlier >= _utc.Count || !_rows.AreEqual(_utc.Rows[earlier], end))
            {
                return 0;
            }

            end++;
        }

        return end - row;
    }

    /// <summary>Place of a kept row with this local stamp among the last day's; -1 when there is none.</summary>
    private int PlaceOfLocal(int local)
    {
        for (int i = _utc.Count - 1; i >= 0 && i > _utc.Count - 1441; i--)
        {
            if (_rows.Minutes[_utc.Rows[i]] == local)
            {
                return i;
            }
        }

        return -1;
    }

    private void Complain(int row, int minute)
    {
        int same = _utc.Minutes.BinarySearch(minute);
        if (same < 0)
        {
            _ledger.Add(FindingCodes.Disorder, _rows.Lines[row], minute)?.Describe("the stamp lies before the one of the row above");
        }
        else if (_rows.AreEqual(_utc.Rows[same], row))
        {
            _ledger.Add(FindingCodes.DuplicateExact, _rows.Lines[row], minute)?.Describe(
                FormattableString.Invariant($"the row repeats line {_rows.Lines[_utc.Rows[same]]}"));
        }
        else
        {
            _ledger.Add(FindingCodes.DuplicateConflicting, _rows.Lines[row], minute)?.Describe(
                FormattableString.Invariant($"the row has the stamp of line {_rows.Lines[_utc.Rows[same]]} but other values"));
        }
    }

    private void Count(string code, int row, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ledger.Add(code, _rows.Lines[row + i], _utc.Minutes[^1])?.Describe("rows repeat an earlier hour exactly, as this vendor does when clocks go back");
        }
    }
}
