using System.Numerics.Tensors;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>
/// Draws from a diffusion model: begins with noise and steps back to the signal, with classifier-free guidance (Ho and Salimans
/// 2022). Each forecast of a batch has luck of its own, so what it gives does not depend on its company.
/// </summary>
internal static class ReverseSampler
{
    /// <summary>Leaves the drawn signals in the denoiser's noisy values.</summary>
    /// <param name="guidance">0: the context is ignored; 1: it is used; above 1: its influence is extrapolated.</param>
    /// <param name="temperature">Scale of the first noise; that of fresh noise is in the steps.</param>
    /// <param name="seeds">One each forecast; the values divide evenly among them.</param>
    public static void Run(IDenoiser denoiser, ReadOnlySpan<ReverseStep> steps, double guidance, double temperature, ReadOnlySpan<ulong> seeds)
    {
        int share = denoiser.Noisy.Length / seeds.Length;
        SplitMix64[] luck = new SplitMix64[seeds.Length];
        for (int i = 0; i < seeds.Length; i++)
        {
            luck[i] = new SplitMix64(seeds[i]);
            NormalTable.Fill(denoiser.Noisy.Slice(i * share, share), (float)temperature, luck[i]);
        }

        for (int step = steps.Length - 1; step >= 0; step--)
        {
            Back(denoiser.Noisy, Guided(denoiser, step, (float)guidance), steps[step]);
            for (int i = 0; i < luck.Length && steps[step].Noise > 0; i++)
            {
                NormalTable.Add(denoiser.Noisy.Slice(i * share, share), steps[step].Noise, luck[i]);
            }
        }
    }

    private static ReadOnlySpan<float> Guided(IDenoiser denoiser, int step, float guidance)
    {
        if (guidance is 0 or 1)
        {
            return denoiser.Velocity(step, conditional: guidance == 1);
        }

        Span<float> free = denoiser.Velocity(step, conditional: false);
        Span<float> bound = denoiser.Velocity(step, conditional: true);
        TensorPrimitives.Subtract(bound, free, bound);
        TensorPrimitives.MultiplyAdd(bound, guidance, free, free);

        return free;
    }

    private static void Back(Span<float> noisy, ReadOnlySpan<float> velocity, in ReverseStep step)
    {
        TensorPrimitives.Multiply(noisy, step.Noisy, noisy);
        TensorPrimitives.MultiplyAdd(velocity, step.Velocity, noisy, noisy);
    }
}
