using System.Collections.Immutable;

namespace ForexE2E.Learning.Onnx;

/// <summary>An input or output of a graph, float32: each side of its shape is a number or the name of a free size.</summary>
public sealed record OnnxValue(string Name, ImmutableArray<string> Shape)
{
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
