namespace ForexE2E.Storage.MarketData;

/// <summary>Recognises a file that is still the same as when it was read: path, length and time of the last change.</summary>
internal readonly record struct FileStamp(string Path, long Length, long ChangedTicks)
{
    /// <summary>A missing file has a stamp too; reading it says what is wrong.</summary>
    public static FileStamp Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? new(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks) : new(path, -1, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(path, -1, 0);
        }
    }
}
