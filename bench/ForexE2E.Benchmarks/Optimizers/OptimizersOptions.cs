using System.Globalization;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>What the optimizers bench was asked for.</summary>
internal sealed record OptimizersOptions
{
    /// <summary>Problem file, or the folder it lies in as problems.json.</summary>
    public required string Problems { get; init; }

    public string Out { get; init; } = "optimizers.json";

    public int FirstSeed { get; init; } = 1;

    public int LastSeed { get; init; } = 11;

    /// <summary>Names of problems, empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Names of samplers, empty for all.</summary>
    public IReadOnlyList<string> Samplers { get; init; } = [];

    /// <summary>Families: bo, bo8, ea; empty for all.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    public int Threads { get; init; } = 2;

    /// <summary>Most trials of a run; 0 for what the references have.</summary>
    public int Trials { get; init; }

    public bool Latency { get; init; } = true;

    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    public static OptimizersOptions Parse(string[] args)
    {
        string[] seeds = (Value(args, "--seeds") ?? "1-11").Split('-');
        return new OptimizersOptions
        {
            Problems = Value(args, "--problems") ?? throw new ArgumentException("--problems FOLDER_OR_FILE is needed: where problems.json lies."),
            Out = Value(args, "--out") ?? "optimizers.json",
            FirstSeed = int.Parse(seeds[0], CultureInfo.InvariantCulture),
            LastSeed = int.Parse(seeds[^1], CultureInfo.InvariantCulture),
            Only = List(args, "--only"),
            Samplers = List(args, "--sampler"),
            Families = List(args, "--family"),
            Threads = int.Parse(Value(args, "--threads") ?? "2", CultureInfo.InvariantCulture),
            Trials = int.Parse(Value(args, "--trials") ?? "0", CultureInfo.InvariantCulture),
            Latency = !args.Contains("--no-latency"),
        };
    }

    private static string[] List(string[] args, string name) => Value(args, name)?.Split(',') ?? [];

    private static string? Value(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 ? null : at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"{name} needs a value.");
    }
}
