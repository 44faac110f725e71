using System.CommandLine;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Options;

/// <summary>Where runs are kept.</summary>
internal sealed class DatabaseOptions : OptionGroup
{
    private const string Usual = "sqlite:forexe2e.db";

    private readonly Option<DatabaseAddress> _database;

    public DatabaseOptions()
        : base("Database") =>
        _database = Add(
            "--database", "ADDRESS", $"sqlite:PATH or postgres:CONNECTION [default: {Usual} in the working folder]", DatabaseAddress.Parse, DatabaseAddress.Parse(Usual));

    public DatabaseAddress Read(ParseResult parsed) => parsed.GetRequiredValue(_database);
}
