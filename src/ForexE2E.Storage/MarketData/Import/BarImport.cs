using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Clocks;
using ForexE2E.Storage.MarketData.Formats;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Import;

/// <summary>
/// The one way from a file to bars, used by the strict reader and by the check: bad rows are written down and left out; who
/// wants to be strict looks into the ledger.
/// </summary>
internal static class BarImport
{
    /// <exception cref="MarketDataException">The file cannot be opened, is no text, or has unknown columns.</exception>
    public static ImportedBars Run(string path, Symbol? symbol, BarFileOptions options)
    {
        FileText text = FileText.Load(path);
        BarFileFormat format = BarFormats.Detect(text);
        var ledger = new FindingLedger();
        ParsedRows rows = RowParser.Parse(text, format.Layout, ledger);
        int minutes = options.Timeframe?.Minutes ?? BarLength.MostCommon(rows.Minutes);
        ZoneChoice zone = ZoneChoice.Of(path, format, rows, options, minutes, ledger);
        TimeZoneRule rule = rows.StateUtc ? TimeZoneRule.Utc : zone.Rule;
        UtcRows utc = StampConversion.Convert(rows, rule, format.RepeatsHours, ledger);
        utc = format.FillsClosedHours ? WithoutClosedHours(rows, utc, ledger) : utc;
        Timeframe? timeframe = BarLength.ToTimeframe(minutes, rows.Count, ledger);
        PriceGrid grid = PriceGrid.Of(symbol, format, rows, options.AllowSuspectBars, ledger);
        int[] lines = [.. utc.Rows.Select(row => rows.Lines[row])];
        BarColumns columns = Columns(rows, utc, format, grid, ledger);
        if (timeframe is { } length)
        {
            BarLength.MoveLateStamps(columns.StartMinutes, length.Minutes, i => lines[i], ledger);
        }

        return new ImportedBars
        {
            Path = path,
            Format = format,
            Zone = zone,
            Side = options.Side ?? format.Side,
            Grid = grid,
            Timeframe = timeframe,
            ReadableRows = rows.Count,
            Columns = columns,
            Lines = lines,
            Ledger = ledger,
        };
    }

    private static UtcRows WithoutClosedHours(ParsedRows rows, UtcRows utc, FindingLedger ledger)
    {
        var kept = new UtcRows(utc.Count);
        for (int i = 0; i < utc.Count; i++)
        {
            (int row, int minute) = (utc.Rows[i], utc.Minutes[i]);
            if (rows.IsLifeless(row) && !TradingWeek.IsOpen(minute))
            {
                ledger.Add(FindingCodes.FlatWeekend, rows.Lines[row], minute)?.Describe("flat bars without volume fill the closed hours of the weekend");
            }
            else
            {
                kept.Add(row, minute);
            }
        }

        return kept;
    }

    private static BarColumns Columns(ParsedRows rows, UtcRows utc, BarFileFormat format, PriceGrid grid, FindingLedger ledger) => new()
    {
        StartMinutes = [.. utc.Minutes],
        Open = Points(rows.Open, utc, grid),
        High = Points(rows.High, utc, grid),
        Low = Points(rows.Low, utc, grid),
        Close = Points(rows.Close, utc, grid),
        Volume = Volume(rows, utc, ledger),
        Spread = Spread(rows, utc, format, grid, ledger),
    };

    private static int[] Points(List<long> prices, UtcRows utc, PriceGrid grid)
    {
        int[] points = new int[utc.Count];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = Math.Max(1, grid.ToPoints(prices[utc.Rows[i]]));
        }

        return points;
    }

    private static float[]? Volume(ParsedRows rows, UtcRows utc, FindingLedger ledger)
    {
        if (rows.Volume is { } volume && volume.Exists(v => v > 0))
        {
            return [.. utc.Rows.Select(row => volume[row])];
        }

        ledger.Add(FindingCodes.NoVolume, 0, minute: null)?.Describe(rows.Volume is null ? "the file has no volume column" : "the volume is zero in every row: not available");
        return null;
    }

    private static int[]? Spread(ParsedRows rows, UtcRows utc, BarFileFormat format, PriceGrid grid, FindingLedger ledger)
    {
        if (rows.Spread is not { } spread)
        {
            return null;
        }

        if (format.ZeroSpreadMeansNone && spread.TrueForAll(s => s == 0))
        {
            ledger.Add(FindingCodes.NoSpread, 0, minute: null)?.Describe("the spread is zero in every row: not recorded");
            return null;
        }

        return [.. utc.Rows.Select(row => grid.ToSpread(spread[row], format.Layout.SpreadUnit))];
    }
}
