namespace ForexE2E.Host.Json;

/// <summary>What 'run submit' prints.</summary>
/// <param name="State">running; with --wait how it ended.</param>
internal sealed record RunSubmitDocument(string RunId, string State) : Document("run_submit");
