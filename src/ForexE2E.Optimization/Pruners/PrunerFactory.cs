using System.Collections.Immutable;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Pruners;

/// <summary>Builds a pruner by its name.</summary>
public static class PrunerFactory
{
    /// <summary>Names that <see cref="Create(string, int, int)"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = ["none", "median", "halving", "hyperband"];

    /// <summary>The pruner of a run: it judges by all objectives of the run, whatever its sampler looks at.</summary>
    /// <param name="windows">Windows of a whole trial.</param>
    public static IPruner Create(RunDefinition definition, int windows)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Create(definition.Pruner?.ToString().ToLowerInvariant() ?? "none", definition.Objectives.All.Length, windows);
    }

    /// <exception cref="ArgumentException">There is no pruner of that name; the message lists those there are.</exception>
    public static IPruner Create(string name, int objectives, int windows) => name switch
    {
        "none" => new NoPruner(),
        "median" => new MedianPruner(objectives, windows),
        "halving" => new SuccessiveHalvingPruner(objectives, windows),
        "hyperband" => new HyperbandPruner(objectives, windows),
        _ => throw new ArgumentException($"Unknown pruner '{name}': must be one of {string.Join(", ", Names)}."),
    };
}
