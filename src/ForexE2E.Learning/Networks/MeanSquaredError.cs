namespace ForexE2E.Learning.Networks;

/// <summary>Mean over all outputs of (output - target) squared.</summary>
public static class MeanSquaredError
{
    /// <summary>Returns the loss and writes its gradient by output.</summary>
    public static double Gradient(ReadOnlySpan<float> output, ReadOnlySpan<float> target, Span<float> gradient)
    {
        if (output.Length != target.Length || gradient.Length != output.Length || output.IsEmpty)
            throw new ArgumentException($"Output, target and gradient must be as long as each other, were {output.Length}, {target.Length} and {gradient.Length}", nameof(target));
        double sum = 0;
        float scale = 2f / output.Length;
        for (int i = 0; i < output.Length; i++)
        {
            float error = output[i] - target[i];
            sum += (double)error * error;
            gradient[i] = scale * error;
        }

        return sum / output.Length;
    }
}
