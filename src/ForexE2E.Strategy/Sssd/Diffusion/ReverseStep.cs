namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>
/// One step back: new x = Noisy x + Velocity v + Noise z, with v = root(share) noise - root(1 - share) signal, what the denoiser
/// predicts (Salimans and Ho 2022), and z fresh standard normals.
/// </summary>
internal readonly record struct ReverseStep(float Noisy, float Velocity, float Noise)
{
    /// <summary>All steps, in the order of the shares; they are taken from the last to the first.</summary>
    /// <param name="shares">Falling signal shares.</param>
    /// <param name="temperature">Scale of fresh noise.</param>
    public static ReverseStep[] All(ReadOnlySpan<double> shares, SamplingMethod method, double temperature)
    {
        ReverseStep[] steps = new ReverseStep[shares.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            double target = i == 0 ? 1 : shares[i - 1];
            steps[i] = method == SamplingMethod.Ddim ? Deterministic(shares[i], target) : Ancestral(shares[i], target, temperature);
        }

        return steps;
    }

    private static ReverseStep Deterministic(double from, double to)
    {
        (double signal, double noise) = (Math.Sqrt(from), Math.Sqrt(1 - from));
        (double nextSignal, double nextNoise) = (Math.Sqrt(to), Math.Sqrt(1 - to));
        return new ReverseStep((float)((nextSignal * signal) + (nextNoise * noise)), (float)((nextNoise * signal) - (nextSignal * noise)), 0);
    }

    private static ReverseStep Ancestral(double from, double to, double temperature)
    {
        double kept = from / to;
        double ofSignal = Math.Sqrt(to) * (1 - kept) / (1 - from);
        double ofNoisy = Math.Sqrt(kept) * (1 - to) / (1 - from);
        // Of the two variances Ho, Jain and Abbeel name, the one that is exact for signals of unit variance, which ours nearly have.
        double variance = to < 1 ? 1 - kept : 0;
        return new ReverseStep(
            (float)((ofSignal * Math.Sqrt(from)) + ofNoisy),
            (float)(-ofSignal * Math.Sqrt(1 - from)),
            (float)(temperature * Math.Sqrt(variance)));
    }
}
