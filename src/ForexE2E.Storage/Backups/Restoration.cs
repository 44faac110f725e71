using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Backups;

/// <summary>
/// Brings a backup into an empty database of either kind: the schema of the backup's time first, then all rows in one
/// transaction, then the newer schema. A database that holds rows is refused untouched.
/// </summary>
public static class Restoration
{
    /// <exception cref="BackupException">The file is damaged or of a newer program, or the database is not empty.</exception>
    /// <exception cref="RunStoreException">The database cannot be written; no row was stored.</exception>
    public static async Task<BackupManifest> Restore(string path, DatabaseAddress address, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(time);
        BackupManifest manifest = await BackupFile.Verify(path, cancellation);
        DatabaseSchema schema = new(address);
        await Refuse(path, manifest, schema, address, cancellation);
        await schema.MigrateTo(manifest.Schema, cancellation);
        try
        {
            await Load(path, manifest, address, cancellation);
        }
        catch (Exception e) when (DatabaseFailure.Is(e))
        {
            throw DatabaseFailure.Of(address, e);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw BackupFile.Damaged(path, e.Message);
        }

        await schema.MigrateUp(cancellation);
        await Record(path, manifest, address, time.GetUtcNow().UtcDateTime, cancellation);
        return manifest;
    }

    private static async Task Refuse(string path, BackupManifest manifest, DatabaseSchema schema, DatabaseAddress address, CancellationToken cancellation)
    {
        SchemaStatus status = await schema.Status(cancellation);
        if (manifest.Schema > status.Newest)
        {
            throw new BackupException(FormattableString.Invariant(
                $"Backup {path} has schema {manifest.Schema}, this program knows up to {status.Newest}. Use a newer forexe2e."));
        }

        if (!status.IsAbsent && await FirstFilledTable(address, cancellation) is { } table)
        {
            throw new BackupException(
                $"{address} is not empty: table {table} holds rows. Restore into a new database, such as --database sqlite:restored.db, or into an empty one.");
        }
    }

    private static async Task<string?> FirstFilledTable(DatabaseAddress address, CancellationToken cancellation)
    {
        await using DbConnection connection = await Open(address, cancellation);
        foreach ((string table, _) in BackupTables.InOrder)
        {
            if ((await TableColumn.Of(connection, address.Kind, table, cancellation)).Count == 0)
            {
                continue;
            }

            await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from this program alone.
            command.CommandText = $"SELECT 1 FROM {table} LIMIT 1";
#pragma warning restore CA2100
            if (await command.ExecuteScalarAsync(cancellation) is not null)
            {
                return table;
            }
        }

        return null;
    }

    private static async Task Load(string path, BackupManifest manifest, DatabaseAddress address, CancellationToken cancellation)
    {
        await using ZipArchive archive = await BackupFile.Open(path, cancellation);
        await using DbConnection connection = await Open(address, cancellation);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (BackupPart part in manifest.Tables)
        {
            List<TableColumn> columns = await TableColumn.Of(connection, address.Kind, part.Table, cancellation);
            if (columns.Count == 0)
            {
                throw new BackupException($"Backup {path} holds a table {part.Table} that this program does not know. Use the forexe2e that made it.");
            }

            await TableLoad.Rows(transaction, part.Table, columns, BackupFile.Lines(archive, path, part, cancellation), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task Record(string path, BackupManifest manifest, DatabaseAddress address, DateTime now, CancellationToken cancellation)
    {
        await using DatabaseConnections database = new(address);
        string detail = FormattableString.Invariant($"{manifest.Rows} rows of {manifest.Source}, {manifest.CreatedAt:yyyy-MM-dd'T'HH:mm:ss}Z");
        await database.Write(async (db, token) =>
        {
            await AuditWrites.Add(db, AuditAction.BackupRestored, Path.GetFileName(path), detail, DateTime.SpecifyKind(now, DateTimeKind.Unspecified), token);
            return true;
        }, cancellation);
    }

    private static async Task<DbConnection> Open(DatabaseAddress address, CancellationToken cancellation)
    {
        DbConnection connection = address.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(address.ConnectionString)
            : new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
