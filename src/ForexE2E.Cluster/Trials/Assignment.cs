using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>A piece of work with all that a worker on any node needs to do it.</summary>
/// <param name="Attempt">See <see cref="AttemptNumber"/>.</param>
/// <param name="Plan">Which parameter set governs an entry.</param>
/// <param name="DataHash">Hash of the market data the run began with; a node whose data differ refuses the work.</param>
/// <param name="WindowsDone">Windows already computed, which are not computed again.</param>
public sealed record Assignment(
    RunId RunId,
    WorkId Work,
    long Attempt,
    RunDefinition Definition,
    string DataHash,
    [property: JsonPropertyName("parameters")] ParameterPlan Plan,
    ImmutableArray<WindowResult> WindowsDone)
{
    /// <summary>Work of higher priority is handed out first.</summary>
    public int Priority { get; init; }

    /// <summary>W3C traceparent of what the work is done for; null when nobody traces.</summary>
    public string? TraceParent { get; init; }
}
