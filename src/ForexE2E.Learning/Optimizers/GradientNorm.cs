using System.Numerics.Tensors;

namespace ForexE2E.Learning.Optimizers;

/// <summary>Bounds a step by the Euclidean norm of all gradients together (Pascanu, Mikolov and Bengio 2013).</summary>
public static class GradientNorm
{
    /// <summary>The norm, summed in double precision in one fixed order.</summary>
    public static double Of(ReadOnlySpan<float> gradients)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i <= gradients.Length - 4; i += 4)
        {
            a += (double)gradients[i] * gradients[i];
            b += (double)gradients[i + 1] * gradients[i + 1];
            c += (double)gradients[i + 2] * gradients[i + 2];
            d += (double)gradients[i + 3] * gradients[i + 3];
        }

        for (; i < gradients.Length; i++)
            a += (double)gradients[i] * gradients[i];
        return Math.Sqrt(a + b + c + d);
    }

    /// <summary>Scales gradients down to the norm <paramref name="most"/> if theirs is greater; returns the norm they had.</summary>
    /// <exception cref="ArithmeticException">The norm is not finite.</exception>
    public static double Clip(Span<float> gradients, double most)
    {
        double norm = Of(gradients);
        if (!double.IsFinite(norm))
            throw new ArithmeticException("The gradients are not finite: the network or its inputs hold a number that is not");
        if (norm > most)
            TensorPrimitives.Multiply(gradients, (float)(most / norm), gradients);
        return norm;
    }
}
