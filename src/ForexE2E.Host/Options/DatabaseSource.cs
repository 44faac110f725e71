using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Options;

/// <summary>
/// Finds the address of the database: the command line, then the environment, then a file in the working folder. What comes
/// from a file or the environment may be a secret, so no message quotes it.
/// </summary>
internal static class DatabaseSource
{
    /// <summary>Where runs are kept when nothing is said.</summary>
    public const string Usual = "sqlite:forexe2e.db";

    private const string Variable = "FOREXE2E_DATABASE";
    private const string FileVariable = "FOREXE2E_DATABASE_FILE";
    private const string Remedy = "It must hold one line, sqlite:PATH or postgres:CONNECTION, such as \"postgres:Host=db;Database=forexe2e;Username=forexe2e;Password=...\".";

    /// <param name="said">Address on the command line, or null.</param>
    /// <param name="file">File named on the command line, or null.</param>
    /// <param name="environment">Gives the value of a variable, or null.</param>
    /// <exception cref="CommandException">Two places are named, or the one named holds no address.</exception>
    public static DatabaseAddress Find(DatabaseAddress? said, string? file, Func<string, string?> environment)
    {
        if (said is not null || file is not null)
        {
            return (said, file) switch
            {
                (null, _) => FromFile(file!, "--database-file"),
                (_, null) => said,
                _ => throw new CommandException(ExitCode.WrongUsage, "Both --database and --database-file name a database: give one of them."),
            };
        }

        return (Value(Variable), Value(FileVariable)) switch
        {
            ({ }, { }) => throw new CommandException(ExitCode.WrongUsage, $"Both {Variable} and {FileVariable} name a database: set one of them."),
            (null, { } path) => FromFile(path, FileVariable),
            ({ } text, null) => Parsed(text, $"The environment variable {Variable}"),
            _ => DatabaseAddress.Parse(Usual),
        };

        string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    private static DatabaseAddress FromFile(string path, string saidBy)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"Database file {path} ({saidBy}) cannot be read: {e.Message} {Remedy}", e);
        }

        return Parsed(text.Trim(), $"Database file {path} ({saidBy})");
    }

    private static DatabaseAddress Parsed(string text, string source)
    {
        try
        {
            return DatabaseAddress.Parse(text);
        }
        catch (RunStoreException)
        {
#pragma warning disable MA0054 // The cause may quote the text, and the text may hold a password.
            throw new CommandException(ExitCode.WrongUsage, $"{source} holds no address of a database. {Remedy}");
#pragma warning restore MA0054
        }
    }
}
