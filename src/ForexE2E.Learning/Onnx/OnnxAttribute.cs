using System.Collections.Immutable;

namespace ForexE2E.Learning.Onnx;

/// <summary>A named setting of a node: one of the five kinds that our operators use.</summary>
public abstract record OnnxAttribute(string Name)
{
    public sealed record Float(string Name, float Value) : OnnxAttribute(Name);

    public sealed record Int(string Name, long Value) : OnnxAttribute(Name);

    public sealed record Text(string Name, string Value) : OnnxAttribute(Name);

    public sealed record Floats(string Name, ImmutableArray<float> Values) : OnnxAttribute(Name);

    public sealed record Ints(string Name, ImmutableArray<long> Values) : OnnxAttribute(Name);
}
