using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 15 parameters of the actor-critic agent (specification 4.2).</summary>
internal static class RlParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Float("rl_actor_lr", ParameterGroup.Rl, 1e-05, 0.001, 0.0003, "a step",
            "Learning rate of the actor in fine-tuning.", logScale: true),
        ParameterDefinition.Float("rl_critic_lr", ParameterGroup.Rl, 1e-05, 0.001, 0.0003, "a step",
            "Learning rate of the critic in fine-tuning.", logScale: true),
        ParameterDefinition.Float("rl_gamma", ParameterGroup.Rl, 0.9, 0.99, 0.95, "fraction",
            "Discount of future reward."),
        ParameterDefinition.Float("rl_clip_epsilon", ParameterGroup.Rl, 0.1, 0.3, 0.2, "fraction",
            "Clipping range of the policy ratio."),
        ParameterDefinition.Float("rl_gae_lambda", ParameterGroup.Rl, 0.9, 0.99, 0.95, "fraction",
            "Decay of the generalised advantage estimate."),
        ParameterDefinition.Float("rl_entropy_coef", ParameterGroup.Rl, 0.0, 0.1, 0.01, "weight",
            "Weight of the entropy bonus."),
        ParameterDefinition.Float("rl_value_coef", ParameterGroup.Rl, 0.1, 1.0, 0.5, "weight",
            "Weight of the value loss."),
        ParameterDefinition.Float("rl_max_grad_norm", ParameterGroup.Rl, 0.1, 1.0, 0.5, "norm",
            "Gradient norm above which gradients are scaled down."),
        ParameterDefinition.Int("rl_ppo_epochs", ParameterGroup.Rl, 3, 10, 5, "epochs",
            "Passes over each batch of experience."),
        ParameterDefinition.Int("rl_mini_batch_size", ParameterGroup.Rl, 32, 256, 64, "steps",
            "Steps of a mini-batch."),
        ParameterDefinition.Categorical("rl_actor_hidden_layers", ParameterGroup.Rl, ["[256,128]", "[512,256]", "[256,256,128]"], "[256,128]",
            "Hidden layers of the actor."),
        ParameterDefinition.Categorical("rl_critic_hidden_layers", ParameterGroup.Rl, ["[256,128]", "[512,256]", "[256,256,128]"], "[256,128]",
            "Hidden layers of the critic."),
        ParameterDefinition.Bool("rl_use_lstm", ParameterGroup.Rl, false,
            "Uses the recurrent trunk."),
        ParameterDefinition.Int("rl_lstm_hidden_size", ParameterGroup.Rl, 64, 256, 128, "units",
            "Width of the recurrent trunk.") with { LiveWhen = new ParameterCondition("rl_use_lstm", 1) },
        ParameterDefinition.Float("rl_hybrid_alpha", ParameterGroup.Rl, 0.0, 1.0, 0.5, "fraction",
            "Final weights = alpha x agent + (1 - alpha) x portfolio."),
    ];
}
