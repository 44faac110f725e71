using System.Collections.Immutable;
using System.Text.Json;
using ForexE2E.Optimization.Fronts;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Reads a problem file and makes sure that this program computes its problems right.</summary>
internal static class ProblemFile
{
    /// <exception cref="InvalidOperationException">A check value is not reproduced.</exception>
    public static ImmutableArray<BenchmarkProblem> Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, "problems.json") : path;
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement root = document.RootElement.Clone();
        Dictionary<string, JsonElement> all = root.GetProperty("problems").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, StringComparer.Ordinal);
        ImmutableArray<BenchmarkProblem> problems = [.. all.Values.Select(p => new BenchmarkProblem(p, all))];
        foreach (BenchmarkProblem problem in problems)
        {
            problem.Verify();
        }

        if (root.TryGetProperty("hypervolume_checks", out JsonElement checks))
        {
            foreach (JsonElement check in checks.EnumerateArray())
            {
                Verify(check);
            }
        }

        return problems;
    }

    private static void Verify(JsonElement check)
    {
        static ImmutableArray<double> Point(JsonElement e) => [.. e.EnumerateArray().Select(v => v.GetDouble())];
        double expected = check.GetProperty("hv").GetDouble();
        double got = Hypervolume.Of(check.GetProperty("points").EnumerateArray().Select(Point), Point(check.GetProperty("ref")));
        if (!(Math.Abs(got - expected) < 1e-9))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Hypervolume check {expected:R} was computed as {got:R}."));
        }
    }
}
