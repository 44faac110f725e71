using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e migrate down: takes steps of the tables back, and with them what they hold.</summary>
internal sealed class MigrateDownCommand : Verb
{
    private readonly DatabaseOptions _database = new();
    private readonly MigrateDownOptions _options = new();

    public MigrateDownCommand()
        : base("down", "Takes the tables back to an older version; what newer tables hold is lost.")
    {
        With(_options, _database);
        Examples.Add(("Take everything down, runs and all", "forexe2e migrate down --to 0 --yes"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        if (_options.To(parsed) is not { } version)
        {
            throw new CommandException(ExitCode.WrongUsage, "Say with --to which version shall stay (0: none); 'forexe2e migrate status' lists them.");
        }

        if (!_options.Yes(parsed))
        {
            throw new CommandException(ExitCode.WrongUsage, $"Taking {address} down to version {version} deletes what newer tables hold. Add --yes to do it.");
        }

        SchemaStatus status = await new DatabaseSchema(address).MigrateDown(version, terminal.Interruption.Requested);
        SchemaReport.Show(terminal, address, status, Reporting.Json(parsed));
        return ExitCode.Success;
    }
}
