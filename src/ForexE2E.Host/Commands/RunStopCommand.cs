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

/// <summary>forexe2e run stop: stops a run of a cluster; an embedded run lives in the process that began it, so this says how to stop it there.</summary>
internal sealed class RunStopCommand : Verb
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly ClusterOptions _cluster = new();
    private readonly DatabaseOptions _database = new();

    public RunStopCommand()
        : base("stop", "Stops (pauses) a run of a cluster; it can be resumed. An embedded run is stopped with Ctrl+C where it runs.")
    {
        Arguments.Add(_run);
        Aliases.Add("pause");
        With(_cluster, _database);
        Examples.Add(("A run of a cluster", "forexe2e run stop 0f8fad5b-d9cb-469f-a165-70867728950e --seed-nodes 127.0.0.1:4053"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        if (_cluster.IsGiven(parsed))
        {
            return await StopInCluster(parsed, terminal, logger);
        }

        IRunStore store = await RunStores.OpenMigrated(_database.Read(parsed), terminal.Clock, cancellation);
        Run run = await RunLookup.Find(store, parsed.GetValue(_run), cancellation);
        if (run.State == RunState.Running)
        {
            throw new CommandException(
                ExitCode.RunFailed,
                $"Run {run.Id} lives in the process that began it and cannot be stopped from here: press Ctrl+C there, or send that process SIGTERM. If it is gone, there is nothing to stop: 'forexe2e run resume {run.Id}' goes on with the run.");
        }

        return Report(parsed, terminal, run.Id, run.State);
    }

    private async Task<ExitCode> StopInCluster(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        RunId id = await RunNames.Find(parsed.GetValue(_run), _database, parsed, terminal);
        RunState state = await ClusterDoors.Use(_cluster, parsed, terminal, logger, async door =>
        {
            await door.Stop(id, terminal.Interruption.Requested);
            return (await door.StatusOf(id, terminal.Interruption.Requested)).State;
        });
        return Report(parsed, terminal, id, state);
    }

    private ExitCode Report(ParseResult parsed, Terminal terminal, RunId id, RunState runState)
    {
        string state = Words.Of(runState);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new RunStopDocument(id.ToString(), state), Documents.Default.RunStopDocument);
        }
        else
        {
            terminal.Output.WriteLine($"Run {id} is not running: it is {state}.");
        }

        return ExitCode.Success;
    }
}
