using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers.Nsga2;
using ForexE2E.Optimization.Samplers.Tpe;

namespace ForexE2E.Optimization.Samplers;

/// <summary>Builds the sampler a run asks for.</summary>
public static class SamplerFactory
{
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one objective, or an unknown method.</exception>
    public static ISampler Create(ParameterSpace space, SamplerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Objectives, 1);
        return settings.Method switch
        {
            OptimizationMethod.Bayesian => new TpeSampler(space, settings),
            OptimizationMethod.Genetic => new Nsga2Sampler(space, settings),
            OptimizationMethod.Random => new RandomSampler(space),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Method, "Unknown optimization method."),
        };
    }
}
