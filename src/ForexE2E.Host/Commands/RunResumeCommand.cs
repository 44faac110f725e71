using System.CommandLine;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run resume: goes on with a run that was stopped or whose process died.</summary>
internal sealed class RunResumeCommand : RunVerb
{
    public RunResumeCommand()
        : base("resume", "Goes on with a run that was stopped, failed, or whose process died. No trial is lost or done twice.")
    {
        Examples.Add(("The newest run", "forexe2e run resume"));
    }

    protected override async Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        Run run = stored.Run;
        if (run.State == RunState.Completed)
        {
            throw new CommandException(ExitCode.RunFailed, $"Run {run.Id} is completed: there is nothing to go on with. 'forexe2e run show {run.Id}' shows it.");
        }

        using MarketDataFiles files = new();
        BacktestFactory backtests = new();
        terminal.Note(FormattableString.Invariant($"Run {run.Id}: {run.Finished} of {run.Definition.Trials} trials are done; going on."));
        RunOutcome outcome = await new EmbeddedRun(stored.Store, files, backtests, terminal, logger).GoOn(run);
        return await RunEnd.Show(stored.Store, run.Id, outcome, stored.Address, terminal, Reporting.Json(parsed));
    }
}
