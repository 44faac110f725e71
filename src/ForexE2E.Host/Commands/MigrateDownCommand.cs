using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e migrate down: takes steps of the tables back, and with them what they hold.</summary>
internal sealed class MigrateDownCommand : SchemaVerb
{
    private readonly MigrateDownOptions _options;

    public MigrateDownCommand()
        : this(new MigrateDownOptions())
    {
    }

    private MigrateDownCommand(MigrateDownOptions options)
        : base("down", "Takes the tables back to an older version; what newer tables hold is lost.", options)
    {
        _options = options;
        Examples.Add(("Take everything down, runs and all", "forexe2e migrate down --to 0 --yes"));
    }

    protected override Task<SchemaStatus> Step(DatabaseSchema schema, DatabaseAddress address, ParseResult parsed, CancellationToken cancellation)
    {
        if (_options.To(parsed) is not { } version)
        {
            throw new CommandException(ExitCode.WrongUsage, "Say with --to which version shall stay (0: none); 'forexe2e migrate status' lists them.");
        }

        if (!_options.Yes(parsed))
        {
            throw new CommandException(ExitCode.WrongUsage, $"Taking {address} down to version {version} deletes what newer tables hold. Add --yes to do it.");
        }

        return schema.MigrateDown(version, cancellation);
    }
}
