using System.Collections.Immutable;
using System.Diagnostics;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>One run to play: problem, sampler, family of comparison, seed.</summary>
internal sealed record BenchmarkJob(BenchmarkProblem Problem, string Sampler, string Family, int Seed, int Workers, int Trials)
{
    private static readonly ImmutableHashSet<int> Marks = [50, 100, 200, 500, 1000, 2500];

    public static IEnumerable<BenchmarkJob> All(IEnumerable<BenchmarkProblem> problems, OptimizersOptions options) =>
        from problem in problems
        where options.Only.Count == 0 || options.Only.Contains(problem.Name)
        from setup in Setups(problem)
        where (options.Samplers.Count == 0 || options.Samplers.Contains(setup.Sampler)) && (options.Families.Count == 0 || options.Families.Contains(setup.Family))
        from seed in Enumerable.Range(options.FirstSeed, options.LastSeed - options.FirstSeed + 1)
        select new BenchmarkJob(problem, setup.Sampler, setup.Family, seed, setup.Workers, options.Trials > 0 ? Math.Min(options.Trials, setup.Trials) : setup.Trials);

    public object Play()
    {
        var watch = Stopwatch.StartNew();
        ISampler sampler = BenchmarkSamplers.Create(Sampler, Problem, Trials);
        IReadOnlyDictionary<string, SortedDictionary<int, double>> series = new OptimizerRun(Problem, sampler, (ulong)Seed, Workers).Play(Trials, Marks);
        return new { problem = Problem.Name, sampler = Sampler, family = Family, seed = Seed, workers = Workers, series, seconds = Math.Round(watch.Elapsed.TotalSeconds, 3) };
    }

    private static IEnumerable<(string Sampler, string Family, int Workers, int Trials)> Setups(BenchmarkProblem problem)
    {
        if (problem.Objectives == 1)
        {
            return
            [
                ("tpe", "bo", 1, 200), ("tpe", "bo8", 8, 200), ("auto", "bo", 1, 200), ("auto", "bo8", 8, 200), ("cmaes", "bo", 1, 200), ("random", "bo", 1, 200),
            ];
        }

        return
        [
            ("tpe", "bo", 1, 1000), ("auto", "bo", 1, 1000), ("tpe", "ea", 1, 2500), ("auto", "ea", 1, 2500), ("nsga2", "ea", 1, 2500),
        ];
    }
}
