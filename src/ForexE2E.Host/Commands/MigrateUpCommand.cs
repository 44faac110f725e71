using System.CommandLine;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e migrate up: creates the tables or brings them up to date.</summary>
internal sealed class MigrateUpCommand : SchemaVerb
{
    public MigrateUpCommand()
        : base("up", "Creates the tables or brings them up to date ('optimize' does it by itself with SQLite).") =>
        Examples.Add(("A server's database", "forexe2e migrate up --database \"postgres:Host=localhost;Database=forexe2e;Username=forexe2e\""));

    protected override Task<SchemaStatus> Step(DatabaseSchema schema, DatabaseAddress address, ParseResult parsed, CancellationToken cancellation) =>
        schema.MigrateUp(cancellation);
}
