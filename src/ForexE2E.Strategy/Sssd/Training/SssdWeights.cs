using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>All that is learned, or the gradients of it: one vector, seen as the parts it is made of.</summary>
internal sealed class SssdWeights
{
    public static readonly int Count = SssdArchitecture.Encoder.ParameterCount + SssdArchitecture.Steer.ParameterCount + SssdArchitecture.DenoiserWeights;

    public SssdWeights() => All = new float[Count];

    private SssdWeights(float[] all) => All = all;

    public float[] All { get; }

    public Span<float> Encoder => All.AsSpan(0, SssdArchitecture.Encoder.ParameterCount);

    public Span<float> Steer => All.AsSpan(SssdArchitecture.Encoder.ParameterCount, SssdArchitecture.Steer.ParameterCount);

    /// <summary>Segments by hidden.</summary>
    public Span<float> First => All.AsSpan(Count - SssdArchitecture.DenoiserWeights, SssdArchitecture.DenoiserWeights / 2);

    /// <summary>Hidden by segments.</summary>
    public Span<float> Second => All.AsSpan(Count - (SssdArchitecture.DenoiserWeights / 2));

    /// <summary>A start whose denoiser predicts almost nothing, which is right for a random walk.</summary>
    public static SssdWeights Start(ulong seed)
    {
        SssdWeights weights = new();
        SssdArchitecture.Encoder.Initialize(SeedOf.Mix(seed, 1, 40)).CopyTo(weights.Encoder);
        SssdArchitecture.Steer.Initialize(SeedOf.Mix(seed, 2, 40)).CopyTo(weights.Steer);
        // Factors of the hidden units begin at 1.
        weights.Steer.Slice(weights.Steer.Length - SssdArchitecture.Steering, SssdArchitecture.Hidden).Fill(1);
        SplitMix64 luck = new(SeedOf.Mix(seed, 3, 40));
        foreach (ref float weight in weights.First)
        {
            weight = (float)(0.5 * luck.NextGaussian());
        }

        foreach (ref float weight in weights.Second)
        {
            weight = (float)(0.05 * luck.NextGaussian());
        }

        return weights;
    }

    public SssdWeights Copy() => new([.. All]);
}
