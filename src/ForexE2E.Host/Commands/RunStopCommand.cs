using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run stop: an embedded run lives in the process that began it, so this says how to stop it there.</summary>
internal sealed class RunStopCommand : RunVerb
{
    public RunStopCommand()
        : base("stop", "Says whether a run has stopped; an embedded run is stopped with Ctrl+C where it runs.")
    {
        Examples.Add(("The newest run", "forexe2e run stop"));
    }

    protected override Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        Run run = stored.Run;
        if (run.State == RunState.Running)
        {
            throw new CommandException(
                ExitCode.RunFailed,
                $"Run {run.Id} lives in the process that began it and cannot be stopped from here: press Ctrl+C there, or send that process SIGTERM. If it is gone, there is nothing to stop: 'forexe2e run resume {run.Id}' goes on with the run.");
        }

        string state = Words.Of(run.State);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new RunStopDocument(run.Id.ToString(), state), Documents.Default.RunStopDocument);
        }
        else
        {
            terminal.Output.WriteLine($"Run {run.Id} is not running: it is {state}.");
        }

        return Task.FromResult(ExitCode.Success);
    }
}
