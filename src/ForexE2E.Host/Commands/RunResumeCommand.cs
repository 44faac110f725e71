using System.CommandLine;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run resume: goes on with a run that was stopped or whose process died.</summary>
internal sealed class RunResumeCommand : Verb
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly ClusterOptions _cluster = new();
    private readonly DatabaseOptions _database = new();

    public RunResumeCommand()
        : base("resume", "Goes on with a run that was stopped, failed, or whose process died. No trial is lost or done twice.")
    {
        Arguments.Add(_run);
        With(_cluster, _database);
        Examples.Add(("The newest run, in this process", "forexe2e run resume"));
        Examples.Add(("In a cluster", "forexe2e run resume 0f8fad5b-d9cb-469f-a165-70867728950e --seed-nodes 127.0.0.1:4053"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        if (_cluster.IsGiven(parsed))
        {
            return await ResumeInCluster(parsed, terminal, logger);
        }

        DatabaseAddress address = _database.Read(parsed);
        IRunStore store = await RunStores.OpenMigrated(address, terminal.Clock, cancellation);
        Run run = await RunLookup.Find(store, parsed.GetValue(_run), cancellation);
        if (run.State == RunState.Completed)
        {
            throw new CommandException(ExitCode.RunFailed, $"Run {run.Id} is completed: there is nothing to go on with. 'forexe2e run show {run.Id}' shows it.");
        }

        using MarketDataFiles files = new();
        BacktestFactory backtests = new();
        terminal.Note(FormattableString.Invariant($"Run {run.Id}: {run.Finished} of {run.Definition.Trials} trials are done; going on."));
        RunOutcome outcome = await new EmbeddedRun(store, files, backtests, terminal, logger).GoOn(run);
        return await RunEnd.Show(store, run.Id, outcome, address, terminal, Reporting.Json(parsed));
    }

    private async Task<ExitCode> ResumeInCluster(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        RunId id = await RunNames.Find(parsed.GetValue(_run), _database, parsed, terminal);
        await ClusterDoors.Use(_cluster, parsed, terminal, logger, async door =>
        {
            await door.Resume(id, terminal.Interruption.Requested);
            return true;
        });
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new RunSubmitDocument(id.ToString(), Words.Of(RunState.Running)), Documents.Default.RunSubmitDocument);
        }
        else
        {
            terminal.Output.WriteLine($"Run {id} is under way in the cluster.");
        }

        return ExitCode.Success;
    }
}
