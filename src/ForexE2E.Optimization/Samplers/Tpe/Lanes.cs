using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// Arithmetic on rows of equal length, eight lanes at a time. The order of every sum is fixed and nothing is fused, so that each machine
/// gets the same bits.
/// </summary>
internal static class Lanes
{
    private const int Width = 8;

    /// <summary>target += row * factor.</summary>
    public static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        ReadOnlySpan<Vector256<float>> wide = MemoryMarshal.Cast<float, Vector256<float>>(row);
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(target)[..wide.Length];
        Vector256<float> scale = Vector256.Create(factor);
        for (int i = 0; i < wide.Length; i++)
        {
            sums[i] += wide[i] * scale;
        }

        for (int i = wide.Length * Width; i < row.Length; i++)
        {
            target[i] += row[i] * factor;
        }
    }

    /// <summary>target += the rows of a matrix, each times its factor; the matrix is stored row by row, rows as long as the target.</summary>
    public static void AddRows(ReadOnlySpan<float> matrix, ReadOnlySpan<int> factors, Span<float> target)
    {
        int length = target.Length;
        int c = 0;
        for (; c + 4 <= factors.Length && length % Width == 0; c += 4)
        {
            if ((factors[c] | factors[c + 1] | factors[c + 2] | factors[c + 3]) != 0)
            {
                AddFour(matrix.Slice(c * length, 4 * length), factors.Slice(c, 4), target);
            }
        }

        for (; c < factors.Length; c++)
        {
            if (factors[c] != 0)
            {
                AddScaled(matrix.Slice(c * length, length), factors[c], target);
            }
        }
    }

    /// <summary>Sum of the products.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector256<float>> first = MemoryMarshal.Cast<float, Vector256<float>>(a);
        ReadOnlySpan<Vector256<float>> second = MemoryMarshal.Cast<float, Vector256<float>>(b)[..first.Length];
        Vector256<float> sums = Vector256<float>.Zero;
        for (int i = 0; i < first.Length; i++)
        {
            sums += first[i] * second[i];
        }

        float sum = 0;
        for (int lane = 0; lane < Width; lane++)
        {
            sum += sums.GetElement(lane);
        }

        for (int i = first.Length * Width; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>target = ln(a * factor / b), to a hundred-thousandth.</summary>
    public static void LogRatio(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float factor, Span<float> target)
    {
        ReadOnlySpan<Vector256<float>> above = MemoryMarshal.Cast<float, Vector256<float>>(a);
        ReadOnlySpan<Vector256<float>> below = MemoryMarshal.Cast<float, Vector256<float>>(b)[..above.Length];
        Span<Vector256<float>> result = MemoryMarshal.Cast<float, Vector256<float>>(target)[..above.Length];
        Vector256<float> scale = Vector256.Create(factor);
        for (int i = 0; i < above.Length; i++)
        {
            result[i] = Log(above[i] * scale / below[i]);
        }

        for (int i = above.Length * Width; i < a.Length; i++)
        {
            target[i] = Log(Vector256.Create(a[i] * factor / b[i])).GetElement(0);
        }
    }

    // Four rows a pass: the sums are loaded and stored once.
    private static void AddFour(ReadOnlySpan<float> rows, ReadOnlySpan<int> factors, Span<float> target)
    {
        int length = target.Length / Width;
        ReadOnlySpan<Vector256<float>> wide = MemoryMarshal.Cast<float, Vector256<float>>(rows);
        ReadOnlySpan<Vector256<float>> first = wide[..length];
        ReadOnlySpan<Vector256<float>> second = wide.Slice(length, length);
        ReadOnlySpan<Vector256<float>> third = wide.Slice(2 * length, length);
        ReadOnlySpan<Vector256<float>> fourth = wide.Slice(3 * length, length);
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(target)[..length];
        Vector256<float> f0 = Vector256.Create((float)factors[0]);
        Vector256<float> f1 = Vector256.Create((float)factors[1]);
        Vector256<float> f2 = Vector256.Create((float)factors[2]);
        Vector256<float> f3 = Vector256.Create((float)factors[3]);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += ((first[i] * f0) + (second[i] * f1)) + ((third[i] * f2) + (fourth[i] * f3));
        }
    }

    // x = m 2^e with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh s with s = (m - 1) / (m + 1), by its series to the seventh power.
    private static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<int> bits = x.AsInt32();
        Vector256<int> exponent = (bits - Vector256.Create(0x3F3504F3)) >> 23;
        Vector256<float> mantissa = (bits - (exponent << 23)).AsSingle();
        Vector256<float> s = (mantissa - Vector256<float>.One) / (mantissa + Vector256<float>.One);
        Vector256<float> square = s * s;
        Vector256<float> series = ((((square * Vector256.Create(1 / 7f)) + Vector256.Create(1 / 5f)) * square) + Vector256.Create(1 / 3f)) * square;
        return (Vector256.ConvertToSingle(exponent) * Vector256.Create(0.6931472f)) + ((s + s) * (Vector256<float>.One + series));
    }
}
