using System.Collections.Immutable;

namespace ForexE2E.Optimization.Pruners;

/// <summary>Builds a pruner by its name.</summary>
public static class PrunerFactory
{
    /// <summary>Names that <see cref="Create"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = ["none", "median", "halving", "hyperband"];

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
