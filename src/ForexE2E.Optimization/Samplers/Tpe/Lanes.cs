using System.Numerics;
using System.Runtime.InteropServices;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>Arithmetic on rows of equal length, several lanes at a time.</summary>
internal static class Lanes
{
    /// <summary>target += row * factor.</summary>
    public static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(row);
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (int i = 0; i < wide.Length; i++)
        {
            sums[i] += wide[i] * factor;
        }

        for (int i = wide.Length * Vector<float>.Count; i < row.Length; i++)
        {
            target[i] += row[i] * factor;
        }
    }

    /// <summary>target = ln(a * factor / b).</summary>
    public static void LogRatio(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float factor, Span<float> target)
    {
        for (int i = 0; i < a.Length; i++)
        {
            target[i] = MathF.Log(a[i] * factor / b[i]);
        }
    }
}
