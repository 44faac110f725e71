using System.Numerics.Tensors;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>
/// Standard normals by looking up: 65,536 fixed draws, made to have mean 0 and variance 1, read in runs of 64 from seeded places
/// with a seeded sign. A forecast needs 80,000 normals; drawing each anew would cost more than the model. Immutable.
/// </summary>
internal static class NormalTable
{
    /// <summary>Numbers read from one place.</summary>
    public const int Run = 64;

    private const int Size = 1 << 16;
    private const ulong TableSeed = 0x5353_5344;
    private static readonly float[] Values = Draw();

    /// <summary>Writes scaled normals.</summary>
    public static void Fill(Span<float> target, float scale, SplitMix64 luck)
    {
        for (int i = 0; i < target.Length; i += Run)
        {
            (int at, float factor) = Place(scale, luck);
            Span<float> run = target.Slice(i, Math.Min(Run, target.Length - i));
            TensorPrimitives.Multiply(Values.AsSpan(at, run.Length), factor, run);
        }
    }

    /// <summary>Adds scaled normals.</summary>
    public static void Add(Span<float> target, float scale, SplitMix64 luck)
    {
        for (int i = 0; i < target.Length; i += Run)
        {
            (int at, float factor) = Place(scale, luck);
            Span<float> run = target.Slice(i, Math.Min(Run, target.Length - i));
            TensorPrimitives.MultiplyAdd(Values.AsSpan(at, run.Length), factor, run, run);
        }
    }

    private static (int At, float Factor) Place(float scale, SplitMix64 luck)
    {
        ulong bits = luck.NextUInt64();
        return ((int)(bits >> 48), (bits & 1) == 0 ? scale : -scale);
    }

    // The root and logarithm in a normal may differ in the last bit between machines: they are rounded away.
    private static float[] Draw()
    {
        SplitMix64 luck = new(TableSeed);
        double[] draws = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            draws[i] = Math.Round(luck.NextGaussian(), 5);
        }

        double mean = draws.Average();
        double deviation = Math.Sqrt(draws.Average(d => (d - mean) * (d - mean)));
        float[] values = new float[Size + Run];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((draws[i % Size] - mean) / deviation);
        }

        return values;
    }
}
