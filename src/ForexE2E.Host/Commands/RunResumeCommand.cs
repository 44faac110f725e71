using System.CommandLine;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
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
    private readonly DatabaseOptions _database = new();

    public RunResumeCommand()
        : base("resume", "Goes on with a run that was stopped, failed, or whose process died. No trial is lost or done twice.")
    {
        Arguments.Add(_run);
        With(_database);
        Examples.Add(("The newest run", "forexe2e run resume"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
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
}
