using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>A piece of work with all that a worker on any node needs to do it.</summary>
/// <param name="Attempt">How often the work was begun, this time included; from 1.</param>
/// <param name="Plan">Which parameter set governs an entry.</param>
/// <param name="DataHash">Hash of the market data the run began with; a node whose data differ refuses the work.</param>
/// <param name="WindowsDone">Windows already computed, which are not computed again.</param>
public sealed record Assignment(
    RunId RunId,
    WorkId Work,
    int Attempt,
    RunDefinition Definition,
    string DataHash,
    [property: JsonPropertyName("parameters")] ParameterPlan Plan,
    ImmutableArray<WindowResult> WindowsDone);
