using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters.Groups;

/// <summary>The 10 parameters of the SSSD diffusion forecaster (specification 4.2).</summary>
internal static class SssdParameters
{
    public static ImmutableArray<ParameterDefinition> Definitions { get; } =
    [
        ParameterDefinition.Int("sssd_diffusion_steps", ParameterGroup.Sssd, 10, 100, 50, "steps",
            "Reverse diffusion steps taken, respaced over the trained schedule."),
        ParameterDefinition.Categorical("sssd_noise_schedule", ParameterGroup.Sssd, ["linear", "cosine", "sigmoid"], "linear",
            "Beta schedule of the respaced steps."),
        ParameterDefinition.Categorical("sssd_sampling_method", ParameterGroup.Sssd, ["ddpm", "ddim"], "ddpm",
            "Ancestral (ddpm) or deterministic (ddim, eta 0) update."),
        ParameterDefinition.Float("sssd_guidance_scale", ParameterGroup.Sssd, 0.0, 2.0, 1.0, "factor",
            "Classifier-free guidance: 0 unconditional, 1 conditional, above 1 extrapolated."),
        ParameterDefinition.Float("sssd_temperature", ParameterGroup.Sssd, 0.5, 1.5, 1.0, "factor",
            "Scale of the initial and the injected noise."),
        ParameterDefinition.Float("sssd_quantile_confidence", ParameterGroup.Sssd, 0.6, 0.95, 0.8, "fraction",
            "Central interval c: stop at quantile (1-c)/2 and target at (1+c)/2 of the forecast, mirrored for shorts."),
        ParameterDefinition.Float("sssd_uncertainty_threshold", ParameterGroup.Sssd, 0.1, 0.5, 0.2, "fraction",
            "A forecast is certain when its spread ranks in the tightest such fraction of the train window: size x1.5 and a lower confidence bar; otherwise x0.5 and a higher one."),
        ParameterDefinition.Int("sssd_forecast_horizon", ParameterGroup.Sssd, 1, 24, 4, "bars",
            "Bars the forecast looks ahead."),
        ParameterDefinition.Int("sssd_min_samples", ParameterGroup.Sssd, 100, 500, 200, "paths",
            "Sampled paths a forecast."),
        ParameterDefinition.Bool("sssd_use_ensemble", ParameterGroup.Sssd, true,
            "Pools paths over all checkpoints instead of the first only."),
    ];
}
