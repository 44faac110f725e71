using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;

namespace ForexE2E.Storage.Runs;

/// <summary>Opens run stores.</summary>
public static class RunStores
{
    /// <summary>Opens the store of the embedded mode: brings an absent or older schema up first, and refuses a newer one.</summary>
    /// <exception cref="RunStoreException">The database cannot be used; the message names it and the remedy, and nothing was changed.</exception>
    public static Task<SqlRunStore> Open(DatabaseAddress address, TimeProvider time, CancellationToken cancellation = default) =>
        Open(address, time, migrate: true, cancellation);

    /// <summary>Opens a store whose schema must be in place, as on the nodes of a cluster, where a job of its own migrates.</summary>
    /// <exception cref="RunStoreException">The database cannot be used, or its schema is absent, older or newer.</exception>
    public static Task<SqlRunStore> OpenMigrated(DatabaseAddress address, TimeProvider time, CancellationToken cancellation = default) =>
        Open(address, time, migrate: false, cancellation);

    private static async Task<SqlRunStore> Open(DatabaseAddress address, TimeProvider time, bool migrate, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(time);
        DatabaseSchema schema = new(address);
        SchemaStatus status = await schema.Status(cancellation);
        status = migrate && status.IsOlder && !status.IsNewer
            ? await schema.MigrateUp(cancellation)
            : await schema.EnsureCurrent(cancellation);
        if (address.Kind == DatabaseKind.Sqlite)
        {
            SqliteFile.CheckWritable(address);
        }

        return new SqlRunStore(new DatabaseConnections(address), status, time);
    }
}
