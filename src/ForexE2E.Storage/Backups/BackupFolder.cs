using System.Collections.Immutable;

namespace ForexE2E.Storage.Backups;

/// <summary>A folder in which backups gather: finds them, and deletes those that have grown old.</summary>
public static class BackupFolder
{
    /// <summary>Deletes backups made more than so many days ago. The newest readable backup always stays, however old.</summary>
    /// <returns>Paths of deleted and of kept backups, oldest first, and of files that carry a backup's name and cannot be read: these are left.</returns>
    /// <exception cref="BackupException">The folder does not exist, or a file cannot be deleted.</exception>
    public static async Task<(ImmutableArray<string> Deleted, ImmutableArray<string> Kept, ImmutableArray<string> Unreadable)> Prune(
        string folder, int days, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        DateTime before = time.GetUtcNow().UtcDateTime.AddDays(-days);
        (List<(string Path, DateTime CreatedAt)> found, ImmutableArray<string> unreadable) = await Find(folder, cancellation);
        ImmutableArray<string> deleted = [.. found.Take(Math.Max(0, found.Count - 1)).Where(f => f.CreatedAt < before).Select(f => f.Path)];
        try
        {
            foreach (string path in deleted)
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"A backup cannot be deleted: {e.Message}", e);
        }

        return (deleted, [.. found.Select(f => f.Path).Except(deleted, StringComparer.Ordinal)], unreadable);
    }

    private static async Task<(List<(string Path, DateTime CreatedAt)> Found, ImmutableArray<string> Unreadable)> Find(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new BackupException($"Folder {folder} does not exist. Name the folder that 'backup create --out' was given.");
        }

        List<(string Path, DateTime CreatedAt)> found = [];
        ImmutableArray<string>.Builder unreadable = ImmutableArray.CreateBuilder<string>();
        foreach (string path in Directory.GetFiles(folder, Backup.Prefix + "*.zip").Order(StringComparer.Ordinal))
        {
            try
            {
                found.Add((path, (await BackupFile.ReadManifest(path, cancellation)).CreatedAt));
            }
            catch (BackupException)
            {
                unreadable.Add(path);
            }
        }

        found.Sort((a, b) => a.CreatedAt.CompareTo(b.CreatedAt));
        return (found, unreadable.ToImmutable());
    }
}
