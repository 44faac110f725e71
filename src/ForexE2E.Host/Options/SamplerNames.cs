using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Methods, samplers and pruners as the command line spells them, and how methods and samplers belong together.</summary>
internal static class SamplerNames
{
    /// <summary>The pruner of a run that does not say; chosen by measurement (docs/measured.md).</summary>
    public const string UsualPruner = "none";

    /// <exception cref="FormatException">Unknown name.</exception>
    public static OptimizationMethod Method(string text) => OptionValue.OneOf(
        text, ("bayesian", OptimizationMethod.Bayesian), ("genetic", OptimizationMethod.Genetic), ("random", OptimizationMethod.Random));

    /// <exception cref="FormatException">Unknown name.</exception>
    public static SamplerKind Sampler(string text) => OptionValue.OneOf(
        text, ("auto", SamplerKind.Auto), ("tpe", SamplerKind.Tpe), ("nsga2", SamplerKind.Nsga2), ("cmaes", SamplerKind.Cmaes), ("random", SamplerKind.Random));

    /// <summary>The word as it is, once it is known: an option cannot hold the null that none stands for.</summary>
    /// <exception cref="FormatException">Unknown name.</exception>
    public static string PrunerWord(string text) => OptionValue.OneOf(
        text, ("none", "none"), ("median", "median"), ("halving", "halving"), ("hyperband", "hyperband"));

    /// <summary>Null for none.</summary>
    public static PruningMethod? Pruner(string word) => word switch
    {
        "median" => PruningMethod.Median,
        "halving" => PruningMethod.Halving,
        "hyperband" => PruningMethod.Hyperband,
        _ => null,
    };

    /// <summary>The method of the specification a run is recorded under: said, or the family of its sampler, or bayesian.</summary>
    /// <exception cref="CommandException">They contradict each other.</exception>
    public static OptimizationMethod MethodOf(OptimizationMethod? method, SamplerKind? sampler)
    {
        if (sampler is not { } kind)
        {
            return method ?? OptimizationMethod.Bayesian;
        }

        OptimizationMethod family = FamilyOf(kind);
        return method is null || method == family
            ? family
            : throw new CommandException(
                ExitCode.WrongUsage,
                $"--method {method.ToString()!.ToLowerInvariant()} and --sampler {kind.ToString().ToLowerInvariant()} contradict each other: bayesian is tpe or auto, genetic is nsga2 or cmaes. Leave one of them out.");
    }

    private static OptimizationMethod FamilyOf(SamplerKind kind) => kind switch
    {
        SamplerKind.Nsga2 or SamplerKind.Cmaes => OptimizationMethod.Genetic,
        SamplerKind.Random => OptimizationMethod.Random,
        _ => OptimizationMethod.Bayesian,
    };
}
