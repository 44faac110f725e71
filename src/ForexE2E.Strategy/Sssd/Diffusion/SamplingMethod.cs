namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>How a step back from noise is taken.</summary>
internal enum SamplingMethod
{
    /// <summary>Ancestral: the posterior's mean and fresh noise (Ho, Jain and Abbeel 2020).</summary>
    Ddpm,

    /// <summary>Without fresh noise: eta 0 (Song, Meng and Ermon 2021).</summary>
    Ddim,
}
