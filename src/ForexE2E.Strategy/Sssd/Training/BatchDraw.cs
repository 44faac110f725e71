using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Turns examples into a batch: noise at a time drawn evenly, on one of the three schedules in turn, the context dropped for some.</summary>
internal static class BatchDraw
{
    /// <summary>Share of rows that learn to do without a context, for guidance.</summary>
    public const double Dropped = 0.15;

    /// <param name="order">Which examples, as many as the batch has rows.</param>
    public static void Fill(SssdBatch batch, SssdExamples examples, ReadOnlySpan<int> order, SplitMix64 luck)
    {
        const int segments = SssdArchitecture.Segments;
        Span<float> clean = stackalloc float[segments];
        for (int i = 0; i < batch.Rows; i++)
        {
            examples.Features.AsSpan(order[i] * ContextFeatures.Width, ContextFeatures.Width).CopyTo(batch.Features.AsSpan(i * ContextFeatures.Width));
            examples.Targets.AsSpan(order[i] * segments, segments).CopyTo(clean);
            double time = (i + luck.NextDouble()) / batch.Rows;
            double share = NoiseSchedule.Share((NoiseScheduleKind)luck.NextInt(3), time);
            NoiseLevel.Write(share, batch.Levels.AsSpan(i * NoiseLevel.Width));
            batch.Keep[i] = luck.NextDouble() < Dropped ? 0 : 1;
            (float signal, float noise) = ((float)Math.Sqrt(share), (float)Math.Sqrt(1 - share));
            for (int k = 0; k < segments; k++)
            {
                float normal = (float)luck.NextGaussian();
                batch.Noisy[(i * segments) + k] = (signal * clean[k]) + (noise * normal);
                batch.Target[(i * segments) + k] = (signal * normal) - (noise * clean[k]);
            }
        }
    }
}
