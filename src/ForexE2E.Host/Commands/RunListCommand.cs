using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run list: the newest runs.</summary>
internal sealed class RunListCommand : Verb
{
    private readonly DatabaseOptions _database = new();
    private readonly RunListOptions _options = new();

    public RunListCommand()
        : base("list", "Lists the newest runs.")
    {
        With(_options, _database);
        Examples.Add(("The last five", "forexe2e run list --limit 5"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        int limit = _options.Limit(parsed);
        IRunStore store = await RunStores.OpenMigrated(address, terminal.Clock, terminal.Interruption.Requested);
        IReadOnlyList<RunSummary> runs = await store.ListRuns(limit, terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, RunListDocument.Of(address.ToString(), runs), Documents.Default.RunListDocument);
        }
        else
        {
            terminal.Results.Write(RunTables.OfRuns(runs));
        }

        return ExitCode.Success;
    }
}
