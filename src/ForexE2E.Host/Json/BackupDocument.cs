using ForexE2E.Storage.Backups;

namespace ForexE2E.Host.Json;

/// <summary>What 'backup create', 'verify' and 'restore' print.</summary>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Source">The database it was made of.</param>
internal sealed record BackupDocument(string File, DateTime CreatedAt, string Source, long Schema, long Rows, IReadOnlyList<BackupPart> Tables) : Document("backup")
{
    public static BackupDocument Of(string path, BackupManifest manifest) =>
        new(path, manifest.CreatedAt, manifest.Source, manifest.Schema, manifest.Rows, manifest.Tables);
}
