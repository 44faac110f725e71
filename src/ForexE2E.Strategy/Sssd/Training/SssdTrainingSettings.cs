namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>How an SSSD model is trained.</summary>
public sealed record SssdTrainingSettings
{
    /// <summary>All luck of the training comes from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most passes over the examples.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Passes without a better loss on the held-back bars after which it ends.</summary>
    public int Patience { get; init; } = 6;

    /// <summary>Most examples; of more bars every second, third... is taken.</summary>
    public int Examples { get; init; } = 100_000;

    /// <summary>Greatest step of Adam; it falls as a cosine to a twentieth.</summary>
    public double Rate { get; init; } = 3e-3;
}
