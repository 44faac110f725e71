using System.Collections.Immutable;

namespace ForexE2E.Domain.Models;

/// <summary>One ONNX file of a checkpoint: its content and what goes in and out.</summary>
/// <param name="Role">What the graph is for, such as "encoder"; unique within the checkpoint.</param>
/// <param name="Origin">Where it came from, for messages: a path.</param>
/// <param name="Sha256">Of the content, hexadecimal in lower case.</param>
public sealed record ModelGraph(
    string Role,
    string Origin,
    string Sha256,
    ImmutableArray<byte> Content,
    ImmutableArray<TensorShape> Inputs,
    ImmutableArray<TensorShape> Outputs)
{
    /// <summary>Contents are compared by their hash.</summary>
    public bool Equals(ModelGraph? other) =>
        other is not null && Role == other.Role && Sha256 == other.Sha256 && Inputs.SequenceEqual(other.Inputs) && Outputs.SequenceEqual(other.Outputs);

    public override int GetHashCode() => HashCode.Combine(Role, Sha256);
}
