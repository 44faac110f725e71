using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Runs the samplers over the problem file and writes the results in the schema of the references.</summary>
internal static class OptimizersCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = false, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static int Run(string[] args)
    {
        OptimizersOptions options = OptimizersOptions.Parse(args);
        var problems = ProblemFile.Read(options.Problems);
        List<BenchmarkJob> jobs = [.. BenchmarkJob.All(problems, options)];
        var results = new ConcurrentBag<(int Order, object Result)>();
        var watch = Stopwatch.StartNew();
        Parallel.For(0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
            results.Add((i, jobs[i].Play())));
        var report = new
        {
            program = "ForexE2E.Cluster " + typeof(ISampler).Assembly.GetName().Version!.ToString(3),
            runs = results.OrderBy(r => r.Order).Select(r => r.Result),
            suggest_latency = options.Latency ? SuggestionLatency.Measure(problems) : [],
            generation_overhead = options.Latency ? GenerationOverhead.Measure(problems) : [],
        };
        File.WriteAllText(options.Out, JsonSerializer.Serialize(report, Indented));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{jobs.Count} runs in {watch.Elapsed.TotalSeconds:0.0} s, written to {options.Out}"));
        return 0;
    }
}
