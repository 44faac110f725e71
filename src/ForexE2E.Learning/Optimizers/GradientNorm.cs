using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ForexE2E.Learning.Optimizers;

/// <summary>Bounds a step by the Euclidean norm of all gradients together (Pascanu, Mikolov and Bengio 2013).</summary>
public static class GradientNorm
{
    /// <summary>The norm, summed in double precision in one fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<float> gradients)
    {
        // Four sums, two to a vector: the order does not depend on the width of the machine's.
        Vector128<double> first = Vector128<double>.Zero, second = Vector128<double>.Zero;
        int i = 0;
        for (; i <= gradients.Length - 4; i += 4)
        {
            (Vector128<double> low, Vector128<double> high) = Vector128.Widen(Vector128.Create(gradients.Slice(i, 4)));
            first += low * low;
            second += high * high;
        }

        double a = first[0];
        for (; i < gradients.Length; i++)
            a += (double)gradients[i] * gradients[i];
        return Math.Sqrt(a + first[1] + second[0] + second[1]);
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
