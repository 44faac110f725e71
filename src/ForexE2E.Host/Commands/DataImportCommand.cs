using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e data import: any known format to our own CSV.</summary>
internal sealed class DataImportCommand : Verb
{
    private readonly Argument<string> _from = new("FROM") { Description = "Bar file: our CSV, HistData, MetaTrader 4 or 5, JForex, LEAN; plain, gzip or zip" };
    private readonly Argument<string> _to = new("TO") { Description = "File to write, .csv or .csv.gz" };
    private readonly BarFileInput _input = new();

    public DataImportCommand()
        : base("import", "Converts a bar file of any known format to our own CSV in UTC.")
    {
        Arguments.Add(_from);
        Arguments.Add(_to);
        With(_input);
        Examples.Add(("A MetaTrader export whose server runs on New York + 7 hours", "forexe2e data import EURUSD_M5.csv EURUSD_5m.csv.gz --time-zone America/New_York+7"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string from = parsed.GetRequiredValue(_from);
        BarFile read = BarFileReader.ReadFile(from, _input.SymbolOf(parsed, from), _input.Read(parsed));
        string to = parsed.GetRequiredValue(_to);
        BarFileWriter.Write(read.Series, to);
        IReadOnlyList<string> notes = [.. read.Notes.Select(n => n.Explanation)];
        WrittenFileReport.Show(terminal, BarFileDocument.Of(to, read.Series, generated: false, read.Format, read.TimeZone, notes), Reporting.Json(parsed));
        return Task.FromResult(ExitCode.Success);
    }
}
