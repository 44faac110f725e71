namespace ForexE2E.Storage.Runs.Json;

/// <summary>A JSON column: the version of its format, then the content.</summary>
internal sealed record Stored<T>(int Version, T Content);
