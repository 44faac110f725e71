using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers.CmaEs;
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
        if (settings.Kind is { } kind)
        {
            return Create(space, kind.ToString().ToLowerInvariant(), settings.Objectives, settings.PlannedTrials);
        }

        return settings.Method switch
        {
            OptimizationMethod.Bayesian => new TpeSampler(space, settings),
            OptimizationMethod.Genetic => new Nsga2Sampler(space, settings),
            OptimizationMethod.Random => new RandomSampler(space),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Method, "Unknown optimization method."),
        };
    }

    /// <summary>Names that <see cref="Create(ParameterSpace, string, int, int)"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = ["auto", "tpe", "nsga2", "cmaes", "random"];

    /// <summary>Builds a sampler by its name.</summary>
    /// <exception cref="ArgumentException">There is no sampler of that name; the message lists those there are.</exception>
    public static ISampler Create(ParameterSpace space, string name, int objectives, int plannedTrials)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(objectives, 1);
        return name switch
        {
            "auto" => new AutoSampler(space, new SamplerSettings(OptimizationMethod.Bayesian, objectives, plannedTrials)),
            "tpe" => new TpeSampler(space, new SamplerSettings(OptimizationMethod.Bayesian, objectives, plannedTrials)),
            "nsga2" => new Nsga2Sampler(space, new SamplerSettings(OptimizationMethod.Genetic, objectives, plannedTrials)),
            "cmaes" => new CmaEsSampler(space, new SamplerSettings(OptimizationMethod.Genetic, objectives, plannedTrials)),
            "random" => new RandomSampler(space),
            _ => throw new ArgumentException($"Unknown sampler '{name}': must be one of {string.Join(", ", Names)}."),
        };
    }
}
