using System.Collections.Immutable;

namespace ForexE2E.Learning.Onnx;

/// <summary>A weight array as a file holds it, widened to float32.</summary>
public sealed record OnnxTensor(string Name, ImmutableArray<int> Shape, ReadOnlyMemory<float> Values);
