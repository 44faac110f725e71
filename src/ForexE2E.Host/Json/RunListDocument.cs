using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>What 'run list' prints: the newest runs first.</summary>
internal sealed record RunListDocument(string Database, IReadOnlyList<RunLineDocument> Runs) : Document("run_list")
{
    public static RunListDocument Of(string database, IEnumerable<RunSummary> runs) => new(database, [.. runs.Select(RunLineDocument.Of)]);
}
