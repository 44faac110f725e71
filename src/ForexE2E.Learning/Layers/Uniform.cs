using ForexE2E.Domain.Randomness;

namespace ForexE2E.Learning.Layers;

/// <summary>Starting weights.</summary>
internal static class Uniform
{
    public static void Fill(Span<float> values, double bound, SplitMix64 luck)
    {
        foreach (ref float value in values)
            value = (float)(bound * ((2 * luck.NextDouble()) - 1));
    }
}
