using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e migrate status: where the database's tables stand; changes nothing.</summary>
internal sealed class MigrateStatusCommand : Verb
{
    private readonly DatabaseOptions _database = new();

    public MigrateStatusCommand()
        : base("status", "Shows where the database's tables stand; changes nothing.")
    {
        With(_database);
        Examples.Add(("Of the usual file", "forexe2e migrate status"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        SchemaStatus status = await new DatabaseSchema(address).Status(terminal.Interruption.Requested);
        SchemaReport.Show(terminal, address, status, Reporting.Json(parsed));
        return status.IsNewer ? ExitCode.Database : ExitCode.Success;
    }
}
