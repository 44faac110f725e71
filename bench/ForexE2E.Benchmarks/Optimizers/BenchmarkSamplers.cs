using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Samplers by the names results are written under.</summary>
internal static class BenchmarkSamplers
{
    public static ISampler Create(string name, BenchmarkProblem problem, int trials) =>
        SamplerFactory.Create(problem.Space, name, problem.Objectives, trials);
}
