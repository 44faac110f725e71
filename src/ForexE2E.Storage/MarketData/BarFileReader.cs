using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Import;

namespace ForexE2E.Storage.MarketData;

/// <summary>Reads bar files strictly: the first bad row ends it. <see cref="Checks.BarFileCheck"/> lists all faults of a file instead.</summary>
public static class BarFileReader
{
    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static BarSeries Read(string path, Symbol symbol, BarFileOptions? options = null) => ReadFile(path, symbol, options).Series;

    /// <summary>Like <see cref="Read"/>, with format, time zone and notes.</summary>
    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static BarFile ReadFile(string path, Symbol symbol, BarFileOptions? options = null)
    {
        ImportedBars bars = BarImport.Run(path, symbol, options ?? new BarFileOptions());
        if (bars.Columns.StartMinutes.Length == 0 && bars.Ledger.FirstError() is not { Code: not FindingCodes.NoTimeframe })
        {
            throw new MarketDataException($"{path} has a header but no bars. Name a file with bars, or export it again.");
        }

        if (bars.Ledger.FirstError() is { } error)
        {
            throw new MarketDataException(Message(path, error));
        }

        var series = new BarSeries(symbol, bars.Timeframe!.Value, bars.Grid.Digits, bars.Side, bars.Columns);
        return new BarFile(series, bars.Format.Name, bars.Zone.Rule.Name, bars.Ledger.ToFindings());
    }

    internal static string Message(string path, BarFileFinding error)
    {
        string line = error.FirstLine is { } number ? FormattableString.Invariant($", line {number}") : "";
        string stamp = error.FirstStamp is { } instant ? FormattableString.Invariant($" ({instant:yyyy-MM-dd HH:mm})") : "";
        return $"{path}{line}{stamp}: {error.Explanation}. {error.Remedy}";
    }
}
