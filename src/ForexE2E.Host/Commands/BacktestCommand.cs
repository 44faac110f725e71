using System.CommandLine;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e backtest: measures one parameter set over a span, a reference rule, or a stored trial anew.</summary>
internal sealed class BacktestCommand : Verb
{
    private readonly DefinitionOptions _definition = new(outOfSample: 0);
    private readonly BacktestOptions _backtest = new();
    private readonly RuleOptions _rule = new();
    private readonly ReplayOptions _replay = new();
    private readonly DatabaseOptions _database = new();

    public BacktestCommand()
        : base("backtest", "Measures one parameter set by walk forward over a span; or a reference rule; or a stored trial once more.")
    {
        With(_definition.Market, _definition.Data, _backtest, _definition.Components, _definition.WalkForward, _definition.Costs, _definition.Account, _rule, _replay, _database);
        Examples.Add(("The defaults on a generated market", "forexe2e backtest"));
        Examples.Add(("The best set of the newest run, one value changed", "forexe2e backtest --bars EURUSD_5m.csv.gz --parameters best.json --set risk_atr_multiplier=2.5"));
        Examples.Add(("Is trial 7 the same to the last digit?", "forexe2e backtest --run 0f8fad5b --trial 7"));
        Examples.Add(("A rule every engine can be compared with", "forexe2e backtest --rule s1 --bars bars.csv.gz --fast 21 --slow 55 --atr 14 --mult 2 --trades trades.csv --json"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        using MarketDataFiles files = new();
        if (_rule.Orphan(parsed) is { } orphan)
        {
            throw new CommandException(ExitCode.WrongUsage, $"{orphan.Name} belongs to a reference rule: add --rule s1 or --rule s2.");
        }

        return (_rule.Rule(parsed), _replay.Read(parsed)) switch
        {
            ({ }, { }) => throw new CommandException(ExitCode.WrongUsage, "--rule and --run exclude each other: leave one of them out."),
            ({ } rule, null) => await RunRule(rule, parsed, files, terminal),
            (null, { } replay) => await RunReplay(replay.Run, replay.Trial, parsed, files, terminal),
            _ => await RunStrategy(parsed, files, terminal),
        };
    }

    private async Task<ExitCode> RunRule(ReferenceRule rule, ParseResult parsed, MarketDataFiles files, Terminal terminal)
    {
        RunDefinition definition = await _definition.Read(parsed, files, terminal.Interruption.Requested);
        Strategy.ReferenceRules.CrossoverParameters parameters = _rule.Read(parsed);
        MarketData data = await files.Load(definition.Market, definition.Data, definition.From, definition.To, terminal.Interruption.Requested);
        // Only the span: a rule has no use for bars before it.
        BarSeries bars = data.Bars.Slice(data.Bars.IndexAtOrAfter(definition.From), data.Bars.Count - data.Bars.IndexAtOrAfter(definition.From));
        RuleDocument document = RuleBacktest.Run(rule, parameters, bars, definition.Data.Bars ?? "generated", _backtest.Trades(parsed));
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.RuleDocument);
        }
        else
        {
            RuleReport.Show(terminal.Results, document);
        }

        return ExitCode.Success;
    }

    private async Task<ExitCode> RunStrategy(ParseResult parsed, MarketDataFiles files, Terminal terminal)
    {
        RunDefinition definition = await _definition.Read(parsed, files, terminal.Interruption.Requested);
        StrategyBacktest.Request request = new(
            definition with { Seed = _backtest.Seed(parsed) },
            _definition.Components.Read(parsed) is not null,
            _backtest.File(parsed),
            _backtest.Changes(parsed),
            _backtest.Trades(parsed),
            _backtest.Parallel(parsed));
        BacktestDocument document = await StrategyBacktest.Run(request, files, terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.BacktestDocument);
        }
        else
        {
            BacktestReport.Show(terminal.Results, document);
        }

        return ExitCode.Success;
    }

    private async Task<ExitCode> RunReplay(string run, TrialNumber trial, ParseResult parsed, MarketDataFiles files, Terminal terminal)
    {
        IRunStore store = await RunStores.OpenMigrated(_database.Read(parsed), terminal.Clock, terminal.Interruption.Requested);
        ReplayDocument document = await ReplayBacktest.Run(store, run, trial, files, _backtest.Parallel(parsed), terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.ReplayDocument);
        }
        else
        {
            ReplayReport.Show(terminal.Results, document);
        }

        return document.Identical ? ExitCode.Success : ExitCode.ReplayDiffers;
    }
}
