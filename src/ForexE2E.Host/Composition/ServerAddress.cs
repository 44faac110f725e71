using ForexE2E.Cluster.Persistence;
using ForexE2E.Host.Failures;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Composition;

/// <summary>The database of a cluster of several nodes.</summary>
internal static class ServerAddress
{
    /// <summary>Where Akka remembers which runs are awake: the same database.</summary>
    /// <exception cref="CommandException">A file cannot be shared by several nodes.</exception>
    public static JournalAddress JournalOf(DatabaseAddress address) => address.Kind == DatabaseKind.Postgres
        ? new JournalAddress("PostgreSQL.15", "postgresql", address.ToDriver())
        : throw new CommandException(
            ExitCode.WrongUsage,
            $"{address} is a file, which several nodes cannot share: give a coordinator --database postgres:..., or use 'forexe2e optimize', which needs no server.");
}
