using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Samplers;

/// <summary>What a sampler needs to know of the run besides the space.</summary>
/// <param name="Objectives">Number of objectives, 1 or more; 1 optimises the single score.</param>
/// <param name="PlannedTrials">Trials the run intends, for samplers that spend their budget by phases.</param>
/// <param name="Kind">The sampler by name; null: the one of the method.</param>
public sealed record SamplerSettings(OptimizationMethod Method, int Objectives, int PlannedTrials, SamplerKind? Kind = null);
