using System.Collections.Immutable;

namespace ForexE2E.Learning.Layers;

/// <summary>A named array within a flat parameter vector, rows stored one after the other.</summary>
public sealed record ParameterBlock(string Name, int Offset, ImmutableArray<int> Shape)
{
    public int Length { get; } = Shape.Aggregate(1, (product, side) => product * side);
}
