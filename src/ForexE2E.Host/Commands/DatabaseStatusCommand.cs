using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e database status: what a database is, how large, how many rows.</summary>
internal sealed class DatabaseStatusCommand : Verb
{
    private readonly DatabaseOptions _database = new();

    public DatabaseStatusCommand()
        : base("status", "Shows which database it is, its size and the rows of its tables.")
    {
        With(_database);
        Examples.Add(("How large has it grown?", "forexe2e database status"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        DatabaseSize size = await DatabaseSize.Of(address, terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new DatabaseStatusDocument(address.ToString(), size.Server, size.Bytes, size.Rows), Documents.Default.DatabaseStatusDocument);
        }
        else
        {
            DatabaseReport.Show(terminal, address, size);
        }

        return ExitCode.Success;
    }
}
