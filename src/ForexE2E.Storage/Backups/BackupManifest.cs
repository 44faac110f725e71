using System.Collections.Immutable;

namespace ForexE2E.Storage.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Raised when the layout of the file changes; this program writes and reads 1.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Source">The database it was made of, without a password.</param>
/// <param name="Schema">Version of that database's schema.</param>
/// <param name="Tables">One part a table, in the order in which they are restored.</param>
public sealed record BackupManifest(int Format, DateTime CreatedAt, string Source, long Schema, ImmutableArray<BackupPart> Tables)
{
    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(t => t.Rows);
}
