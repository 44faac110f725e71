namespace ForexE2E.Host.Json;

/// <summary>What 'backup prune' prints: paths, oldest first.</summary>
internal sealed record BackupPruneDocument(IReadOnlyList<string> Deleted, IReadOnlyList<string> Kept, IReadOnlyList<string> Unreadable) : Document("backup_prune");
