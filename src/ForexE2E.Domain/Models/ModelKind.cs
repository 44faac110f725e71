namespace ForexE2E.Domain.Models;

/// <summary>What a learned model is for.</summary>
public enum ModelKind
{
    /// <summary>Forecasts of future returns by diffusion.</summary>
    Sssd,

    /// <summary>An actor-critic agent that weighs currency pairs.</summary>
    Rl,
}
