using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Series;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e regimes: the filtered path of market states with probabilities, the very one the strategy trades by.</summary>
internal sealed class RegimesCommand : Verb
{
    private readonly MarketOptions _market = new();
    private readonly DataOptions _data = new();
    private readonly WalkForwardOptions _walkForward = new(outOfSample: 0);
    private readonly RegimesOptions _regimes = new();

    public RegimesCommand()
        : base("regimes", "Prints the filtered regimes of the market with probabilities: each from bars up to its own, fitted on the days before.")
    {
        With(_market, _data, _walkForward, _regimes);
        Examples.Add(("The path of a file", "forexe2e regimes --bars EURUSD_5m.csv.gz --from 2018-01-01 --to 2018-12-31 --json"));
        Examples.Add(("How good is it where the truth is known?", "forexe2e regimes --bars generated.csv.gz --states states.csv"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        using MarketDataFiles files = new();
        RunDefinition definition = await DefinitionOptions.ReadSpan(parsed, _market, _data, _walkForward, files, terminal.Interruption.Requested);
        definition = Failure.Refused(ExitCode.WrongUsage, (definition with { Seed = _regimes.Seed(parsed) }).Validated);
        MarketData data = await files.Load(definition.Market, definition.Data, definition.From, definition.To, terminal.Interruption.Requested);
        IReadOnlyDictionary<DateTime, Regime>? states = _regimes.States(parsed) is { } file ? RegimeStatesFile.Read(file) : null;
        RegimeReading reading = RegimeReading.Of(definition, data.Bars, _regimes.Once(parsed), terminal.Interruption.Requested);
        RegimesDocument document = RegimesPage.Of(definition, data, reading, _regimes.EachBar(parsed), states);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.RegimesDocument);
        }
        else
        {
            RegimesReport.Show(terminal.Results, document);
        }

        return ExitCode.Success;
    }
}
