using System.Diagnostics;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>
/// Time of one ask of all 90 parameters with a history of random trials, one thread, in memory; the bytes an ask allocates, and
/// the memory sampler and history hold.
/// </summary>
internal static class SuggestionLatency
{
    private const int Repeats = 60;

    public static object[] Measure(IEnumerable<BenchmarkProblem> problems) =>
    [
        .. from problem in problems
           where problem.Name is "mixed-90" or "mixed-90-mo"
           from sampler in new[] { "tpe", "nsga2" }
           from history in new[] { 100, 500, 1000, 5000, 10_000 }
           select Measure(problem, sampler, history),
    ];

    private static object Measure(BenchmarkProblem problem, string name, int history, bool measured = true)
    {
        // Once unmeasured, so that compiling counts nowhere.
        for (int warm = 0; warm < 3 && measured; warm++)
        {
            Measure(problem, name, 100, measured: false);
        }

        long before = measured ? GC.GetTotalMemory(forceFullCollection: true) : 0;
        ISampler sampler = BenchmarkSamplers.Create(name, problem, history + Repeats);
        var random = new RandomSampler(problem.Space);
        void Tell(ParameterSet set, int n) => sampler.Observe(ObservedTrial.Completed(n, set, problem.Evaluate(set.Values)));
        for (int n = 0; n < history; n++)
        {
            Tell(random.Suggest(n, [], SeedOf.Suggestion(1, n)), n);
        }

        double[] asks = new double[Repeats];
        double[] tells = new double[Repeats];
        long allocated = 0;
        for (int r = 0; r < Repeats; r++)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            ParameterSet set = sampler.Suggest(history + r, [], SeedOf.Suggestion(1, history + r));
            asks[r] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
            start = Stopwatch.GetTimestamp();
            Tell(set, history + r);
            tells[r] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        long held = measured ? GC.GetTotalMemory(forceFullCollection: true) - before : 0;
        GC.KeepAlive(sampler);
        return new
        {
            problem = problem.Name,
            sampler = name,
            history,
            median_ms = Median(asks),
            least_ms = Math.Round(asks[0], 4),
            median_tell_ms = Median(tells),
            bytes_per_ask = allocated / Repeats,
            held_kb = held / 1024,
        };
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return Math.Round(times[times.Length / 2], 4);
    }
}
