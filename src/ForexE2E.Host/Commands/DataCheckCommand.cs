using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData.Checks;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e data check: everything in a bar file that could spoil a backtest.</summary>
internal sealed class DataCheckCommand : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "Bar file of any known format; plain, gzip or zip" };
    private readonly BarFileInput _input = new();

    public DataCheckCommand()
        : base("check", "Looks for gaps, duplicates, disorder, impossible bars, outliers, wrong clocks and look-ahead. Exit code 3 when a backtest would refuse the file.")
    {
        Arguments.Add(_file);
        With(_input);
        Examples.Add(("Before any backtest", "forexe2e data check EURUSD_5m.csv.gz"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        BarFileReport report = BarFileCheck.Run(parsed.GetRequiredValue(_file), _input.Symbol(parsed), _input.Read(parsed));
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, DataCheckDocument.Of(report), Documents.Default.DataCheckDocument);
        }
        else
        {
            CheckReport.Show(terminal.Results, report);
        }

        bool refused = report.Findings.Any(f => f.Severity == FindingSeverity.Error);
        return Task.FromResult(refused ? ExitCode.BadData : ExitCode.Success);
    }
}
