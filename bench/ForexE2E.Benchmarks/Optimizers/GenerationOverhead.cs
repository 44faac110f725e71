using System.Diagnostics;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Time NSGA-II spends on 50 asks and 50 tells without the evaluations: mating and survival of one generation's worth.</summary>
internal static class GenerationOverhead
{
    private const int Size = 50;
    private const int Generations = 200;

    public static object[] Measure(IEnumerable<BenchmarkProblem> problems) =>
        [.. problems.Where(p => p.Name == "mixed-90-mo").Select(Measure)];

    private static object Measure(BenchmarkProblem problem)
    {
        ISampler sampler = BenchmarkSamplers.Create("nsga2", problem, Size * Generations);
        List<double> times = [];
        for (int generation = 0; generation < Generations; generation++)
        {
            long spent = 0;
            for (int i = 0; i < Size; i++)
            {
                int n = (generation * Size) + i;
                long start = Stopwatch.GetTimestamp();
                ParameterSet set = sampler.Suggest(n, [], SeedOf.Suggestion(1, n));
                spent += Stopwatch.GetTimestamp() - start;
                ObservedTrial trial = ObservedTrial.Completed(n, set, problem.Evaluate(set.Values));
                start = Stopwatch.GetTimestamp();
                sampler.Observe(trial);
                spent += Stopwatch.GetTimestamp() - start;
            }

            times.Add(1000.0 * spent / Stopwatch.Frequency);
        }

        times.Sort();
        return new { problem = problem.Name, sampler = "nsga2", pop = Size, generations = Generations, median_ms = Math.Round(times[times.Count / 2], 4), least_ms = Math.Round(times[0], 4) };
    }
}
