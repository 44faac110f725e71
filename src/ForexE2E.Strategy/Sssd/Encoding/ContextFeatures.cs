using ForexE2E.Learning.Algebra;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Encoding;

/// <summary>What the state space model and the memories say of contexts, before anything learned: one row of 124 numbers each.</summary>
internal static class ContextFeatures
{
    /// <summary>Numbers a context.</summary>
    public const int Width = (ContextWindow.Channels * StateSpaceKernel.Width) + ContextWindow.Memories;

    /// <summary>Standardised features are held within this.</summary>
    public const float Most = 6;

    /// <summary>Writes one row a context.</summary>
    /// <param name="windows">Contexts as <see cref="ContextWindow"/> writes them.</param>
    public static void Write(ReadOnlySpan<float> windows, ReadOnlySpan<float> memories, ReadOnlySpan<float> kernel, Span<float> features)
    {
        int count = memories.Length / ContextWindow.Memories;
        float[] states = new float[count * ContextWindow.Channels * StateSpaceKernel.Width];
        MatrixProduct.Multiply(
            new Matrix(windows, count * ContextWindow.Channels, ContextWindow.Bars), new Matrix(kernel, ContextWindow.Bars, StateSpaceKernel.Width), states, add: false);
        int share = ContextWindow.Channels * StateSpaceKernel.Width;
        for (int i = 0; i < count; i++)
        {
            states.AsSpan(i * share, share).CopyTo(features[(i * Width)..]);
            memories.Slice(i * ContextWindow.Memories, ContextWindow.Memories).CopyTo(features[((i * Width) + share)..]);
        }
    }
}
