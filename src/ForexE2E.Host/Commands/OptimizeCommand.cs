using System.CommandLine;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e optimize: searches the best parameter set, in this process, and stores every trial.</summary>
internal sealed class OptimizeCommand : Verb
{
    private readonly DefinitionOptions _definition = new(outOfSample: 0.2);
    private readonly SearchOptions _search = new();
    private readonly StoppingOptions _stopping = new();
    private readonly LimitOptions _limits = new();
    private readonly DatabaseOptions _database = new();

    public OptimizeCommand()
        : base("optimize", "Searches the best parameter set by walk-forward backtests, stores every trial, and measures the best on held-back data.")
    {
        With(_definition.Market, _definition.Data, _search, _stopping, _definition.Components, _definition.WalkForward, _definition.Costs, _definition.Account, _limits, _database);
        Examples.Add(("A first run on a generated market", "forexe2e optimize"));
        Examples.Add(("On your own bars, all pairs and series", "forexe2e optimize --bars EURUSD_5m.csv.gz --bars-for GBPUSD=GBPUSD_1h.csv.gz --vix VIX.csv --sentiment COT.csv --from 2018-01-01 --to 2019-12-31 --trials 50"));
        Examples.Add(("Begin where an earlier run ended", "forexe2e optimize --trials 100 --warm-start 0f8fad5b"));
        Examples.Add(("Ctrl+C stops; this goes on", "forexe2e run resume"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        using MarketDataFiles files = new();
        BacktestFactory backtests = new();
        RunDefinition definition = await ReadDefinition(parsed, files, cancellation);
        DatabaseAddress address = _database.Read(parsed);
        await CheckBeforeStoring(definition, files, backtests, cancellation);

        string? earlier = _search.WarmStart(parsed);
        IRunStore store = await (earlier is null ? RunStores.Open(address, terminal.Clock, cancellation) : RunStores.OpenMigrated(address, terminal.Clock, cancellation));
        definition = earlier is null ? definition : definition with { WarmStart = (await RunLookup.Find(store, earlier, cancellation)).Id };
        RunId id = new(Guid.CreateVersion7(terminal.Clock.GetUtcNow()));
        Announce(terminal, id, definition, address);
        RunOutcome outcome = await new EmbeddedRun(store, files, backtests, terminal, logger).Begin(id, definition);
        return await RunEnd.Show(store, id, outcome, address, terminal, Reporting.Json(parsed));
    }

    private async Task<RunDefinition> ReadDefinition(ParseResult parsed, MarketDataFiles files, CancellationToken cancellation)
    {
        RunDefinition definition = _search.Apply(parsed, await _definition.Read(parsed, files, cancellation)) with
        {
            Feasibility = _limits.Read(parsed),
            Stopping = _stopping.Read(parsed),
        };
        return Failure.Refused(ExitCode.WrongUsage, definition.Validated);
    }

    // Data and definition are tried before the database is opened, so that bad input leaves no trace in it.
    private static async Task CheckBeforeStoring(RunDefinition definition, MarketDataFiles files, BacktestFactory backtests, CancellationToken cancellation)
    {
        MarketData data = await files.Load(definition.Market, definition.Data, definition.From, definition.To, cancellation);
        IBacktest backtest = Failure.Refused(ExitCode.WrongUsage, () => backtests.Create(definition, data));
        _ = Failure.Refused(ExitCode.WrongUsage, () => Domain.Parameters.ParameterCatalog.Space(backtest.Fixed));
    }

    private static void Announce(Terminal terminal, RunId id, RunDefinition definition, DatabaseAddress address)
    {
        string bars = definition.Data.IsSynthetic ? "generated bars (not a real market)" : definition.Data.Bars!;
        terminal.Note($"Run {id}: {definition.Market}, {Figures.Day(definition.From)} to {Figures.LastDay(definition.To)}, {bars}");
        terminal.Note(FormattableString.Invariant($"{definition.Trials} trials, {definition.Parallel} at once; {address}"));
    }
}
