namespace ForexE2E.Host.Json;

/// <summary>What 'run cancel' prints.</summary>
/// <param name="State">State of the run afterwards.</param>
internal sealed record RunCancelDocument(string RunId, string State) : Document("run_cancel");
