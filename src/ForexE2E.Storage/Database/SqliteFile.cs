using ForexE2E.Domain.Runs;

namespace ForexE2E.Storage.Database;

/// <summary>Looks at a database file without changing it, so that a wrong path is refused before anything is written.</summary>
internal static class SqliteFile
{
    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    /// <summary>Whether there is a database; an empty file counts as none.</summary>
    /// <exception cref="RunStoreException">The path is a folder, its folder is missing, or the file is something else or cannot be read.</exception>
    public static bool Exists(DatabaseAddress address)
    {
        string path = address.File!;
        if (Directory.Exists(path))
        {
            throw new RunStoreException($"{address} cannot be opened: the path is a folder. Name a file in it, such as {Path.Combine(path, "runs.db")}.");
        }

        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            throw new RunStoreException($"{address} cannot be opened: folder {folder} does not exist. Create it, or name another path.");
        }

        return File.Exists(path) && HasContent(address, path);
    }

    /// <summary>Tries the rights without writing a byte.</summary>
    /// <exception cref="RunStoreException">The file may not be written to.</exception>
    public static void CheckWritable(DatabaseAddress address)
    {
        try
        {
            if (File.Exists(address.File))
            {
                using FileStream _ = new(address.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{address} is not writable. Check the rights of the file, or name another path.", e);
        }
    }

    private static bool HasContent(DatabaseAddress address, string path)
    {
        Span<byte> start = stackalloc byte[Header.Length];
        int read;
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{address} cannot be read: {e.Message} Check the rights of the file.", e);
        }

        return read == 0 || start[..read].SequenceEqual(Header)
            ? read > 0
            : throw new RunStoreException($"{address} is not a SQLite database. Name another file, or move this one away.");
    }
}
