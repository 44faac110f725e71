using ForexE2E.Domain.Runs;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>Which database, written sqlite:PATH or postgres:CONNECTION; its text never shows a password.</summary>
public sealed record DatabaseAddress
{
    private DatabaseAddress(DatabaseKind kind, string connectionString, string shown) =>
        (Kind, ConnectionString, Shown) = (kind, connectionString, shown);

    public DatabaseKind Kind { get; }

    /// <summary>What the driver is given; holds the password where there is one, so it is not to be printed.</summary>
    internal string ConnectionString { get; }

    /// <summary>Full path of the database file; null for a server.</summary>
    public string? File => Kind == DatabaseKind.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    private string Shown { get; }

    /// <summary>What other users of the same database in this program give their driver; holds the password where there is one, so it is not to be printed.</summary>
    public string ToDriver() => ConnectionString;

    /// <exception cref="RunStoreException">The text is no address; the message shows one of each kind.</exception>
    public static DatabaseAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string rest = text[(colon + 1)..];
        return (colon < 0 ? "" : text[..colon].ToLowerInvariant()) switch
        {
            "sqlite" => Sqlite(rest),
            "postgres" or "postgresql" => Postgres(rest),
            _ => throw new RunStoreException(
                $"Unknown kind of database '{(colon < 0 ? text : text[..colon])}': must be sqlite:PATH, such as sqlite:runs.db, "
                + "or postgres:CONNECTION, such as \"postgres:Host=localhost;Database=forexe2e;Username=forexe2e\"."),
        };
    }

    /// <summary>A database in a file.</summary>
    /// <exception cref="RunStoreException">The path is empty or names a database in memory.</exception>
    public static DatabaseAddress Sqlite(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains(":memory:", StringComparison.Ordinal))
        {
            throw new RunStoreException(
                $"SQLite database '{path}': must be a file, such as sqlite:runs.db; a database in memory would forget every run when the program ends.");
        }

        string full = Path.GetFullPath(path);
        // Foreign keys are per connection in SQLite, and off unless asked for.
        SqliteConnectionStringBuilder builder = new() { DataSource = full, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 };
        return new DatabaseAddress(DatabaseKind.Sqlite, builder.ConnectionString, $"SQLite database {full}");
    }

    /// <summary>A database on a server.</summary>
    /// <param name="connection">Npgsql keywords, or a postgresql://user:password@host:port/database address.</param>
    /// <exception cref="RunStoreException">A keyword is unknown or the host is missing.</exception>
    public static DatabaseAddress Postgres(string connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        try
        {
            NpgsqlConnectionStringBuilder builder = connection.StartsWith("//", StringComparison.Ordinal)
                ? PostgresUri.Parse("postgres:" + connection)
                : new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrEmpty(builder.Host))
            {
                throw new ArgumentException("Host is missing");
            }

            builder.ApplicationName ??= "forexe2e";
            return new DatabaseAddress(
                DatabaseKind.Postgres,
                builder.ConnectionString,
                FormattableString.Invariant($"PostgreSQL database {builder.Database ?? builder.Username} at {builder.Host}:{builder.Port}"));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
#pragma warning disable MA0054 // The driver's message may quote the text, and the text may hold a password.
            throw new RunStoreException(
                "The PostgreSQL connection is not understood: must be keywords such as "
                + "\"postgres:Host=localhost;Port=5432;Database=forexe2e;Username=forexe2e;Password=...\", with at least a host.");
#pragma warning restore MA0054
        }
    }

    /// <summary>The database without its password, for messages.</summary>
    public override string ToString() => Shown;
}
