namespace ForexE2E.Storage.Backups;

/// <summary>One table in a backup.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many.</param>
/// <param name="Sha256">Of the entry's uncompressed content, lower-case hexadecimal.</param>
public sealed record BackupPart(string Table, long Rows, string Sha256);
