namespace ForexE2E.Host.Json;

/// <summary>What a health endpoint answers.</summary>
/// <param name="Parts">What was looked at, with "ok" or what is wrong.</param>
internal sealed record HealthDocument(bool Healthy, IReadOnlyDictionary<string, string> Parts) : Document("health");
