namespace ForexE2E.Host.Json;

/// <summary>What 'models check' prints: every model of a folder, all of them usable.</summary>
/// <param name="Hash">Of all of them; part of a run's data hash.</param>
internal sealed record ModelsCheckDocument(string Folder, string Hash, IReadOnlyList<ModelDocument> Models) : Document("models_check");
