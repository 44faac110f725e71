using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run stop: an embedded run lives in the process that began it, so this says how to stop it there.</summary>
internal sealed class RunStopCommand : Verb
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly DatabaseOptions _database = new();

    public RunStopCommand()
        : base("stop", "Says whether a run has stopped; an embedded run is stopped with Ctrl+C where it runs.")
    {
        Arguments.Add(_run);
        With(_database);
        Examples.Add(("The newest run", "forexe2e run stop"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        IRunStore store = await RunStores.OpenMigrated(_database.Read(parsed), terminal.Clock, cancellation);
        Run run = await RunLookup.Find(store, parsed.GetValue(_run), cancellation);
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

        return ExitCode.Success;
    }
}
