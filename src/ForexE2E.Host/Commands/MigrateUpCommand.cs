using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e migrate up: creates the tables or brings them up to date.</summary>
internal sealed class MigrateUpCommand : Verb
{
    private readonly DatabaseOptions _database = new();

    public MigrateUpCommand()
        : base("up", "Creates the tables or brings them up to date ('optimize' does it by itself with SQLite).")
    {
        With(_database);
        Examples.Add(("A server's database", "forexe2e migrate up --database \"postgres:Host=localhost;Database=forexe2e;Username=forexe2e\""));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        SchemaStatus status = await new DatabaseSchema(address).MigrateUp(terminal.Interruption.Requested);
        SchemaReport.Show(terminal, address, status, Reporting.Json(parsed));
        return ExitCode.Success;
    }
}
