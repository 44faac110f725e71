namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>What says, for noisy values, which way back leads to the signal. Holds the values of one batch; for one thread.</summary>
internal interface IDenoiser
{
    /// <summary>The noisy values, one forecast's paths after the other's; the sampler writes them.</summary>
    Span<float> Noisy { get; }

    /// <summary>Predicted root(share) noise - root(1 - share) signal for the noisy values as they are now; as long as they are.</summary>
    /// <param name="step">Index of the noise level.</param>
    /// <param name="conditional">Whether the context may be looked at.</param>
    Span<float> Velocity(int step, bool conditional);
}
