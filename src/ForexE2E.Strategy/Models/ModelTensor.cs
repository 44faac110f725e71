using Microsoft.ML.OnnxRuntime;

namespace ForexE2E.Strategy.Models;

/// <summary>Floats that a model reads or writes, kept in memory of the runtime so that a call copies nothing. For one thread at a time.</summary>
internal sealed class ModelTensor : IDisposable
{
    /// <param name="sizes">Of each dimension, all above zero.</param>
    public ModelTensor(params ReadOnlySpan<int> sizes)
    {
        long[] shape = new long[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            shape[i] = sizes[i];
        }

        Value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float, shape);
        Span.Clear();
    }

    /// <summary>The values, last dimension fastest.</summary>
    public Span<float> Span => Value.GetTensorMutableDataAsSpan<float>();

    internal OrtValue Value { get; }

    public void Dispose() => Value.Dispose();
}
