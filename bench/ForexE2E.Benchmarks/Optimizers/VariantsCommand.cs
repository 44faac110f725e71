using System.Globalization;
using System.Text.Json;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>
/// Writes a problem file of mixed problems nobody has tuned to: for each seed other parameters matter, with other targets, weights,
/// category orders, numbers of parameters and noise; each alone, noisy, and over a front of four objectives.
/// </summary>
internal static class VariantsCommand
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static int Run(string[] args)
    {
        string file = Value(args, "--out") ?? "variants.json";
        string[] seeds = (Value(args, "--seeds") ?? "1-8").Split('-');
        int first = int.Parse(seeds[0], CultureInfo.InvariantCulture);
        int last = int.Parse(seeds[^1], CultureInfo.InvariantCulture);
        object[] problems = [.. Enumerable.Range(first, last - first + 1).SelectMany(seed => new VariantProblem((ulong)seed).Problems())];
        File.WriteAllText(file, JsonSerializer.Serialize(new { problems }, Options));
        Console.Error.WriteLine(FormattableString.Invariant($"{problems.Length} problems written to {file}"));
        return 0;
    }

    private static string? Value(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 ? null : at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"{name} needs a value.");
    }
}
