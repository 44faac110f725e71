using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Options;

/// <summary>Where runs are kept: said on the command line, or by a file or the environment, which can hold a password unseen.</summary>
internal sealed class DatabaseOptions : OptionGroup
{
    private readonly Option<DatabaseAddress?> _database;
    private readonly Option<string?> _file;

    public DatabaseOptions()
        : base("Database")
    {
        _database = Add<DatabaseAddress?>(
            "--database",
            "ADDRESS",
            $"sqlite:PATH or postgres:CONNECTION [default: {DatabaseSource.Usual} in the working folder]",
            DatabaseAddress.Parse,
            null);
        _file = Add<string?>("--database-file", "FILE", "File that holds the address, as a secret is mounted; or FOREXE2E_DATABASE, FOREXE2E_DATABASE_FILE", OptionValue.Text, null);
    }

    /// <exception cref="CommandException">Two places are named, or the one named holds no address.</exception>
    public DatabaseAddress Read(ParseResult parsed) =>
        DatabaseSource.Find(parsed.GetValue(_database), parsed.GetValue(_file), Environment.GetEnvironmentVariable);
}
