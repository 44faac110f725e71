using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e migrate status: where the database's tables stand; changes nothing.</summary>
internal sealed class MigrateStatusCommand : SchemaVerb
{
    public MigrateStatusCommand()
        : base("status", "Shows where the database's tables stand; changes nothing.") =>
        Examples.Add(("Of the usual file", "forexe2e migrate status"));

    protected override Task<SchemaStatus> Step(DatabaseSchema schema, DatabaseAddress address, ParseResult parsed, CancellationToken cancellation) =>
        schema.Status(cancellation);

    protected override ExitCode ExitOf(SchemaStatus status) => status.IsNewer ? ExitCode.Database : ExitCode.Success;
}
