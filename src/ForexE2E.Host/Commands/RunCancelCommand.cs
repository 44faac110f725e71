using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run cancel: ends a run of a cluster for good.</summary>
internal sealed class RunCancelCommand : Verb
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly ClusterOptions _cluster = new();
    private readonly DatabaseOptions _database = new();

    public RunCancelCommand()
        : base("cancel", "Ends a run of a cluster for good: it is stored as failed, \"cancelled on request\", and cannot be resumed. Its trials stay.")
    {
        Arguments.Add(_run);
        With(_cluster, _database);
        Examples.Add(("By its id", "forexe2e run cancel 0f8fad5b-d9cb-469f-a165-70867728950e --seed-nodes 127.0.0.1:4053"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        RunId id = await RunNames.Find(parsed.GetValue(_run), _database, parsed, terminal);
        await ClusterDoors.Use(_cluster, parsed, terminal, logger, async door =>
        {
            await door.Cancel(id, terminal.Interruption.Requested);
            return true;
        });
        string state = Words.Of(RunState.Failed);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new RunCancelDocument(id.ToString(), state), Documents.Default.RunCancelDocument);
        }
        else
        {
            terminal.Output.WriteLine($"Run {id} is cancelled.");
        }

        return ExitCode.Success;
    }
}
