using System.Globalization;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Benchmarks.Throughput;

/// <summary>What the throughput bench was asked for.</summary>
/// <param name="Database">sqlite:PATH or postgres:CONNECTION; a new run is added to it.</param>
/// <param name="Parallel">Trials under way at once.</param>
/// <param name="Slots">Backtests computed at once.</param>
/// <param name="Windows">Windows of a trial.</param>
/// <param name="Cost">Time a trial computes, all its windows together.</param>
/// <param name="Report">Trials after which a line is printed.</param>
internal sealed record ThroughputOptions(
    string Database, int Trials, int Parallel, int Slots, int Windows, TimeSpan Cost, OptimizationMethod Method, int Report)
{
    /// <exception cref="ArgumentException">An option lacks its value.</exception>
    public static ThroughputOptions Parse(string[] args) => new(
        Value(args, "--database") ?? throw new ArgumentException("--database sqlite:PATH or postgres:CONNECTION is needed."),
        Number(args, "--trials", 5000),
        Number(args, "--parallel", 32),
        Number(args, "--slots", 2),
        Number(args, "--windows", 1),
        TimeSpan.FromMicroseconds(Number(args, "--cost-us", 1000)),
        Enum.Parse<OptimizationMethod>(Value(args, "--method") ?? "random", ignoreCase: true),
        Number(args, "--report", 1000));

    private static int Number(string[] args, string name, int otherwise) =>
        Value(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Value(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 ? null : at + 1 < args.Length ? args[at + 1] : throw new ArgumentException($"{name} needs a value.");
    }
}
