namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>How noise grows over the steps of the diffusion.</summary>
internal enum NoiseScheduleKind
{
    /// <summary>Beta grows linearly (Ho, Jain and Abbeel 2020), in continuous time.</summary>
    Linear,

    /// <summary>The signal falls as a squared cosine (Nichol and Dhariwal 2021).</summary>
    Cosine,

    /// <summary>The signal falls as a sigmoid from -3 to 3 (Jabri, Fleet and Chen 2023).</summary>
    Sigmoid,
}
