using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Samplers by the names results are written under.</summary>
internal static class BenchmarkSamplers
{
    public static ISampler Create(string name, BenchmarkProblem problem, int trials)
    {
        OptimizationMethod method = name switch
        {
            "tpe" => OptimizationMethod.Bayesian,
            "nsga2" => OptimizationMethod.Genetic,
            "random" => OptimizationMethod.Random,
            _ => throw new ArgumentException($"Unknown sampler '{name}': tpe, nsga2 or random."),
        };
        return SamplerFactory.Create(problem.Space, new SamplerSettings(method, problem.Objectives, trials));
    }
}
