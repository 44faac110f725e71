using System.Collections.Immutable;
using System.Data;
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
/// Writes all tables of a database, as they stand at one moment, into one file that either database can be restored from. The
/// database stays in use meanwhile. The file gets its name only when it is whole.
/// </summary>
public static class Backup
{
    internal const string Prefix = "forexe2e-backup-";

    /// <summary>Makes a backup named after the moment, such as forexe2e-backup-20260131T020000Z.zip.</summary>
    /// <returns>Its path and what it holds.</returns>
    /// <exception cref="BackupException">The folder cannot be written to.</exception>
    /// <exception cref="RunStoreException">The database cannot be read or has another schema.</exception>
    public static async Task<(string Path, BackupManifest Manifest)> Create(
        DatabaseAddress address, string folder, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(time);
        SchemaStatus schema = await new DatabaseSchema(address).EnsureCurrent(cancellation);
        DateTime now = time.GetUtcNow().UtcDateTime;
        string path = Path.Combine(folder, FormattableString.Invariant($"{Prefix}{now:yyyyMMdd'T'HHmmss}Z.zip"));
        string part = path + ".part";
        try
        {
            Directory.CreateDirectory(folder);
            BackupManifest manifest = await Write(address, part, schema.Current, now, cancellation);
            File.Move(part, path, overwrite: false);
            await Record(address, path, manifest, now, cancellation);
            return (path, manifest);
        }
        catch (Exception e) when (DatabaseFailure.Is(e) && e is not (IOException or UnauthorizedAccessException))
        {
            throw DatabaseFailure.Of(address, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"Backup {path} cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<BackupManifest> Write(DatabaseAddress address, string path, long schema, DateTime now, CancellationToken cancellation)
    {
        await using DbConnection connection = address.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(address.ConnectionString)
            : new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using DbTransaction snapshot = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await using ZipArchive archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancellation);
        ImmutableArray<BackupPart>.Builder parts = ImmutableArray.CreateBuilder<BackupPart>();
        foreach ((string table, string orderBy) in BackupTables.InOrder)
        {
            parts.Add(await TableDump.Write(snapshot, address.Kind, table, orderBy, archive, cancellation));
        }

        BackupManifest manifest = new(BackupFile.Format, now, address.ToString(), schema, parts.ToImmutable());
        await Entry(archive, BackupFile.DeployedEntry, await DeployedParameters.Read(snapshot, cancellation), cancellation);
        await Entry(archive, BackupFile.ManifestEntry, JsonSerializer.SerializeToUtf8Bytes(manifest, BackupFile.Json), cancellation);
        return manifest;
    }

    private static async Task Entry(ZipArchive archive, string name, byte[] content, CancellationToken cancellation)
    {
        await using Stream entry = await archive.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }

    private static async Task Record(DatabaseAddress address, string path, BackupManifest manifest, DateTime now, CancellationToken cancellation)
    {
        await using DatabaseConnections database = new(address);
        string detail = FormattableString.Invariant($"{manifest.Rows} rows");
        await database.Write(async (db, token) =>
        {
            await AuditWrites.Add(db, AuditAction.BackupCreated, Path.GetFileName(path), detail, DateTime.SpecifyKind(now, DateTimeKind.Unspecified), token);
            return true;
        }, cancellation);
    }
}
