using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>The quantities of proximal policy optimisation (Schulman et al. 2017), in their usual units.</summary>
internal sealed record PpoSettings
{
    public double ActorRate { get; init; } = 3e-4;

    public double CriticRate { get; init; } = 3e-4;

    public double Gamma { get; init; } = 0.95;

    public double ClipEpsilon { get; init; } = 0.2;

    public double GaeLambda { get; init; } = 0.95;

    public double EntropyCoefficient { get; init; } = 0.01;

    public double ValueCoefficient { get; init; } = 0.5;

    public double MaxGradientNorm { get; init; } = 0.5;

    public int Epochs { get; init; } = 5;

    public int MiniBatch { get; init; } = 64;

    /// <summary>How often each day is acted on with new luck.</summary>
    public int Rollouts { get; init; } = 16;

    /// <summary>Those of a trial.</summary>
    public static PpoSettings Of(ParameterSet p) => new()
    {
        ActorRate = p["rl_actor_lr"],
        CriticRate = p["rl_critic_lr"],
        Gamma = p["rl_gamma"],
        ClipEpsilon = p["rl_clip_epsilon"],
        GaeLambda = p["rl_gae_lambda"],
        EntropyCoefficient = p["rl_entropy_coef"],
        ValueCoefficient = p["rl_value_coef"],
        MaxGradientNorm = p["rl_max_grad_norm"],
        Epochs = p.GetInt("rl_ppo_epochs"),
        MiniBatch = p.GetInt("rl_mini_batch_size"),
    };
}
