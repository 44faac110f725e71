using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ForexE2E.Storage.Backups;

/// <summary>Reads backup files: a zip with manifest.json, deployed.json and one tables/NAME.jsonl a table.</summary>
public static class BackupFile
{
    internal const int Format = 1;
    internal const string ManifestEntry = "manifest.json";
    internal const string DeployedEntry = "deployed.json";

    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>What the backup says of itself; its content is not looked at.</summary>
    /// <exception cref="BackupException">The file is missing, is no backup, or of a newer format.</exception>
    public static async Task<BackupManifest> ReadManifest(string path, CancellationToken cancellation)
    {
        await using ZipArchive archive = await Open(path, cancellation);
        return await Manifest(archive, path, cancellation);
    }

    /// <summary>Reads the whole file: every hash, every count, every row.</summary>
    /// <exception cref="BackupException">Something is missing or damaged; the message names the table.</exception>
    public static async Task<BackupManifest> Verify(string path, CancellationToken cancellation)
    {
        await using ZipArchive archive = await Open(path, cancellation);
        BackupManifest manifest = await Manifest(archive, path, cancellation);
        foreach (BackupPart part in manifest.Tables)
        {
            await foreach (ReadOnlyMemory<byte> line in Lines(archive, path, part, cancellation))
            {
                Check(path, part, line.Span);
            }
        }

        return manifest;
    }

    /// <summary>Rows of a table, one JSON object each; at the end the hash and the count are compared.</summary>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(
        ZipArchive archive, string path, BackupPart part, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        ZipArchiveEntry entry = archive.GetEntry(TableDump.EntryName(part.Table)) ?? throw Damaged(path, $"table {part.Table} is missing");
        await using Stream stream = await entry.OpenAsync(cancellation);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        LineReader lines = new(stream, hash);
        long rows = 0;
        while (await Next(lines, path, part, cancellation) is { } line)
        {
            rows++;
            yield return line;
        }

        if (rows != part.Rows || Convert.ToHexStringLower(hash.GetHashAndReset()) != part.Sha256)
        {
            throw Damaged(path, FormattableString.Invariant($"table {part.Table} has {rows} rows with another hash than the {part.Rows} written"));
        }
    }

    internal static async Task<ZipArchive> Open(string path, CancellationToken cancellation)
    {
        try
        {
            return await ZipFile.OpenReadAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"Backup {path} cannot be read: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw new BackupException($"{path} is no backup of forexe2e, or was cut off: {e.Message} Take another one.", e);
        }
    }

    internal static BackupException Damaged(string path, string what) => new($"Backup {path} is damaged: {what}. Take another one.");

    private static async Task<BackupManifest> Manifest(ZipArchive archive, string path, CancellationToken cancellation)
    {
        ZipArchiveEntry entry = archive.GetEntry(ManifestEntry) ?? throw new BackupException($"{path} is no backup of forexe2e: it has no {ManifestEntry}.");
        try
        {
            await using Stream stream = await entry.OpenAsync(cancellation);
            BackupManifest manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, cancellation))!;
            return manifest.Format == Format
                ? manifest
                : throw new BackupException(FormattableString.Invariant($"Backup {path} has format {manifest.Format}, this program reads {Format}. Use a newer forexe2e."));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw Damaged(path, $"{ManifestEntry} cannot be read ({e.Message})");
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> Next(LineReader lines, string path, BackupPart part, CancellationToken cancellation)
    {
        try
        {
            return await lines.Next(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(path, $"table {part.Table} cannot be unpacked ({e.Message})");
        }
    }

    private static void Check(string path, BackupPart part, ReadOnlySpan<byte> line)
    {
        try
        {
            _ = RowText.Read(line, []);
        }
        catch (JsonException e)
        {
            throw Damaged(path, $"table {part.Table} has a row that is no JSON ({e.Message})");
        }
    }
}
