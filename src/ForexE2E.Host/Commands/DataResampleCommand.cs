using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e data resample: coarser bars from finer ones.</summary>
internal sealed class DataResampleCommand : Verb
{
    private readonly Argument<string> _from = new("FROM") { Description = "Bar file of any known format" };
    private readonly Argument<string> _to = new("TO") { Description = "File to write, .csv or .csv.gz" };
    private readonly BarFileInput _input = new();
    private readonly ResampleOptions _resample = new();

    public DataResampleCommand()
        : base("resample", "Makes coarser bars of finer ones.")
    {
        Arguments.Add(_from);
        Arguments.Add(_to);
        With(_resample, _input);
        Examples.Add(("Five minutes from one", "forexe2e data resample EURUSD_1m.csv.gz EURUSD_5m.csv.gz --to-timeframe 5m"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        if (_resample.Target(parsed) is not { } target)
        {
            throw new CommandException(ExitCode.WrongUsage, "Say with --to-timeframe how long the new bars are, such as 5m or 1h.");
        }

        string from = parsed.GetRequiredValue(_from);
        BarFile read = BarFileReader.ReadFile(from, _input.SymbolOf(parsed, from), _input.Read(parsed));
        BarSeries coarse = Failure.Refused(ExitCode.BadData, () => Resampling.Resample(read.Series, target));
        string to = parsed.GetRequiredValue(_to);
        BarFileWriter.Write(coarse, to);
        WrittenFileReport.Show(terminal, BarFileDocument.Of(to, coarse, generated: false, read.Format, read.TimeZone), Reporting.Json(parsed));
        return Task.FromResult(ExitCode.Success);
    }
}
