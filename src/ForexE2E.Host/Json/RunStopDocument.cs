namespace ForexE2E.Host.Json;

/// <summary>What 'run stop' prints.</summary>
/// <param name="State">State of the run afterwards.</param>
internal sealed record RunStopDocument(string RunId, string State) : Document("run_stop");
