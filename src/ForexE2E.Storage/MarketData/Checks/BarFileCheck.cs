using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Import;

namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>Looks through a bar file for everything that could spoil a backtest. Bad rows are counted and never thrown.</summary>
public static class BarFileCheck
{
    /// <param name="path">Any known format, plain or gzipped.</param>
    /// <param name="symbol">Null: taken from the file's name where it begins a word of it.</param>
    /// <param name="options">What the user knows about the file.</param>
    /// <exception cref="MarketDataException">The file cannot be opened, is no text, is empty, or has unknown columns.</exception>
    public static BarFileReport Run(string path, Symbol? symbol, BarFileOptions? options = null)
    {
        Symbol? pair = symbol ?? SymbolIn(Path.GetFileName(path));
        ImportedBars bars = BarImport.Run(path, pair, options ?? new BarFileOptions());
        WeekCheck? week = bars.Timeframe is { } length ? WeekCheck.Of(bars.Columns.StartMinutes, length.Minutes) : null;
        AddLookAhead(bars);
        AddWeek(bars, week);
        AddMoves(bars);
        int count = bars.Columns.StartMinutes.Length;
        ImmutableArray<BarFileFinding> findings = bars.Ledger.ToFindings();
        return new BarFileReport
        {
            Path = path,
            Format = bars.Format.Name,
            TimeZone = bars.Zone.Rule.Name,
            TimeZoneOrigin = bars.Zone.Origin,
            Symbol = pair,
            Timeframe = bars.Timeframe,
            Side = bars.Side,
            Digits = bars.Grid.Digits,
            PriceScale = bars.Grid.Scale,
            Rows = bars.ReadableRows + findings.Where(f => f.Code is FindingCodes.UnreadableRow or FindingCodes.PriceNotPositive or FindingCodes.ImpossibleBar).Sum(f => f.Count),
            Bars = count,
            First = count > 0 ? At(bars.Columns.StartMinutes[0]) : null,
            Last = count > 0 ? At(bars.Columns.StartMinutes[^1]) : null,
            Coverage = week?.Coverage,
            LongestGaps = week?.LongestGaps ?? [],
            HasVolume = bars.Columns.Volume is not null,
            HasSpread = bars.Columns.Spread is not null,
            Findings = findings,
        };
    }

    /// <summary>The error of bars that carry later prices; null when there is none.</summary>
    internal static LookAheadBars? LookAheadOf(BarSeries bars) => LookAheadCheck.Find(bars.StartMinutes, bars.High, bars.Low);

    internal static string Describe(LookAheadBars found) => FormattableString.Invariant(
        $"{found.Count} of {found.Days} bars at the same time of day carry the high and low of the hours after them (look-ahead): a backtest would know the day's range in advance");

    private static Symbol? SymbolIn(string fileName)
    {
        foreach (string word in fileName.Split('_', '-', '.', ' '))
        {
            if (word.Length == 6 && Symbol.TryParse(word, out Symbol symbol))
            {
                return symbol;
            }
        }

        return null;
    }

    private static void AddLookAhead(ImportedBars bars)
    {
        if (LookAheadCheck.Find(bars.Columns.StartMinutes, bars.Columns.High, bars.Columns.Low) is { } found)
        {
            Add(bars, FindingCodes.LookAhead, found.FirstIndex, found.Count, Describe(found));
        }
    }

    private static void AddWeek(ImportedBars bars, WeekCheck? week)
    {
        if (week is null)
        {
            return;
        }

        if (week.Gaps.Count > 0)
        {
            BarGap longest = week.LongestGaps[0];
            Add(bars, FindingCodes.Gap, week.AfterFirstGap, week.Gaps.Count, FormattableString.Invariant(
                $"{week.Gaps.Count} gaps of more than three bars and 15 minutes while the market was open; the longest misses {longest.Missing.TotalHours:0.#} hours from {longest.LastBar:yyyy-MM-dd HH:mm} to {longest.NextBar:yyyy-MM-dd HH:mm}"));
        }

        if (!week.Outside.IsEmpty)
        {
            Add(bars, FindingCodes.WeekendBars, week.Outside[0], week.Outside.Length, "bars lie between Friday 17:00 and Sunday 17:00 New York, when the market is closed");
        }
    }

    private static void AddMoves(ImportedBars bars)
    {
        BarColumns columns = bars.Columns;
        List<int> flat = [.. Enumerable.Range(0, columns.High.Length).Where(i => columns.High[i] == columns.Low[i])];
        AddAll(bars, FindingCodes.ZeroRange, flat, "bars have the same open, high, low and close");
        if (bars.Timeframe is not { } length)
        {
            return;
        }

        MoveCheck moves = MoveCheck.Of(columns, length.Minutes);
        AddAll(bars, FindingCodes.Outlier, moves.Outliers, FormattableString.Invariant(
            $"closes lie more than 40 robust deviations from the close before; the largest move is {moves.Largest * 10_000:0} basis points"));
        AddAll(bars, FindingCodes.Spike, moves.Spikes, "a high or low lies more than 50 robust deviations beyond the bar's own body and both neighbours");
    }

    private static void AddAll(ImportedBars bars, string code, List<int> indices, string explanation)
    {
        if (indices.Count > 0)
        {
            Add(bars, code, indices[0], indices.Count, explanation);
        }
    }

    private static void Add(ImportedBars bars, string code, int index, int count, string explanation) =>
        bars.Ledger.Add(code, bars.Lines[index], bars.Columns.StartMinutes[index])?.Describe(explanation).CountAs(count);

    private static DateTime At(int minute) => DateTime.UnixEpoch.AddMinutes(minute);
}
