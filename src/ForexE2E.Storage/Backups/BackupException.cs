namespace ForexE2E.Storage.Backups;

/// <summary>A backup file is missing, damaged, or cannot go where it was to go; the message names the remedy.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
