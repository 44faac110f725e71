namespace ForexE2E.Host.Json;

/// <summary>What 'database status' prints.</summary>
/// <param name="Rows">Rows by table.</param>
internal sealed record DatabaseStatusDocument(string Database, string Server, long Bytes, IReadOnlyDictionary<string, long> Rows) : Document("database");
