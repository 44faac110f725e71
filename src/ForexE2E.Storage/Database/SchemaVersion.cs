namespace ForexE2E.Storage.Database;

/// <summary>One step of the schema.</summary>
/// <param name="Version">Day and number, such as 2026112301.</param>
/// <param name="Name">What it brings; for a step this program does not know, that it is unknown.</param>
/// <param name="Applied">Whether the database has it.</param>
public sealed record SchemaVersion(long Version, string Name, bool Applied);
