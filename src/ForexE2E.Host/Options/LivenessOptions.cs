using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which parameters are examined, on how much of the span.</summary>
internal sealed class LivenessOptions : OptionGroup
{
    private readonly Option<string[]> _names;
    private readonly Option<KeyValuePair<string, string>[]> _fix;
    private readonly Option<int?> _windows;
    private readonly Option<int> _parallel;
    private readonly Option<ulong> _seed;

    public LivenessOptions()
        : base("Liveness")
    {
        _names = AddMany("--parameter", "NAME", "Examine this one only; may be repeated [default: all 90]", Known);
        _fix = AddMany("--fix", "NAME=VALUE", "Hold a parameter fixed, as a run would; may be repeated", SearchOptions.KnownParameter);
        _windows = Add<int?>("--windows", "N", "So many windows, spread evenly over the span [default: all]", t => OptionValue.Whole(t), null);
        _parallel = Add("--parallel", "N", "Threads [default: the number of processors]", OptionValue.Whole, Environment.ProcessorCount);
        _seed = Add("--seed", "N", "Seed of the fits [default: 1]", OptionValue.Seed, 1UL);
    }

    /// <summary>In the order of the catalogue.</summary>
    public ImmutableArray<ParameterDefinition> Parameters(ParseResult parsed)
    {
        string[] names = parsed.GetValue(_names) ?? [];
        return [.. ParameterCatalog.All.Where(d => names.Length == 0 || names.Contains(d.Name, StringComparer.Ordinal))];
    }

    /// <summary>The definition with seed and fixed parameters.</summary>
    public RunDefinition Apply(ParseResult parsed, RunDefinition definition) => definition with
    {
        Seed = parsed.GetValue(_seed),
        FixedParameters = definition.FixedParameters.SetItems(parsed.GetValue(_fix) ?? []),
    };

    /// <summary>Null: all.</summary>
    /// <exception cref="CommandException">Less than one.</exception>
    public int? Windows(ParseResult parsed) => parsed.GetValue(_windows) is null or >= 1
        ? parsed.GetValue(_windows)
        : throw new CommandException(ExitCode.WrongUsage, "--windows must be 1 or more.");

    /// <exception cref="CommandException">Less than one.</exception>
    public int Parallel(ParseResult parsed) => parsed.GetValue(_parallel) is >= 1 and <= 1024 and var parallel
        ? parallel
        : throw new CommandException(ExitCode.WrongUsage, "--parallel must be 1 to 1024.");

    private static string Known(string name)
    {
        _ = ParameterCatalog.All.IndexOf(name);
        return name;
    }
}
