using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Samplers by the names results are written under.</summary>
internal static class BenchmarkSamplers
{
    public static ISampler Create(string name, BenchmarkProblem problem, int trials)
    {
        string? set = Environment.GetEnvironmentVariable("TPE_SET");
        if (set is not null && name == "tpe")
        {
            var node = System.Text.Json.Nodes.JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(ForexE2E.Optimization.Samplers.Tpe.TpeSettings.For(problem.Objectives)))!.AsObject();
            foreach (var kv in System.Text.Json.Nodes.JsonNode.Parse(set)!.AsObject())
            {
                node[kv.Key] = kv.Value!.DeepClone();
            }

            var json = System.Text.Json.JsonSerializer.Deserialize<ForexE2E.Optimization.Samplers.Tpe.TpeSettings>(node);
            return new ForexE2E.Optimization.Samplers.Tpe.TpeSampler(problem.Space, new SamplerSettings(OptimizationMethod.Bayesian, problem.Objectives, trials), json);
        }

        return SamplerFactory.Create(problem.Space, name, problem.Objectives, trials);
    }
}
