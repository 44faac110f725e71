using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>How parameter sets are searched.</summary>
internal sealed class SearchOptions : OptionGroup
{
    private readonly Option<OptimizationMethod?> _method;
    private readonly Option<SamplerKind?> _sampler;
    private readonly Option<string> _pruner;
    private readonly Option<ObjectiveSet?> _objectives;
    private readonly Option<int?> _trials;
    private readonly Option<ulong> _seed;
    private readonly Option<int> _parallel;
    private readonly Option<RegimeMode> _regimeMode;
    private readonly Option<KeyValuePair<string, string>[]> _fix;
    private readonly Option<string?> _warmStart;
    private readonly Option<string?> _notes;

    public SearchOptions()
        : base("Search")
    {
        _method = Add<OptimizationMethod?>("--method", "NAME", "bayesian (TPE), genetic (NSGA-II) or random [default: bayesian]", t => SamplerNames.Method(t), null);
        _sampler = Add<SamplerKind?>("--sampler", "NAME", "The algorithm by name: auto, tpe, nsga2, cmaes or random [default: the method's]", t => SamplerNames.Sampler(t), null);
        _pruner = Add("--pruner", "NAME", $"Gives up on hopeless trials: none, median, halving or hyperband [default: {SamplerNames.UsualPruner}]", SamplerNames.PrunerWord, SamplerNames.UsualPruner);
        _objectives = Add("--objectives", "LIST", "Such as sharpe,max_drawdown:0.3 [default: sharpe,max_drawdown,profit_factor,cost]", t => (ObjectiveSet?)ObjectiveNames.Parse(t), null);
        _trials = Add<int?>("--trials", "N", "Parameter sets to try [default: 50; 20 on a generated market]", t => OptionValue.Whole(t), null);
        _seed = Add("--seed", "N", "All luck of the run comes from it [default: 1]", OptionValue.Seed, 1UL);
        _parallel = Add("--parallel", "N", "Trials at once [default: the number of processors]", OptionValue.Whole, Environment.ProcessorCount);
        _regimeMode = Add("--regime-mode", "MODE", "global: one set; per_regime: one for each market regime [default: global]", Mode, RegimeMode.Global);
        _fix = AddMany("--fix", "NAME=VALUE", "Hold a parameter fixed; may be repeated ('parameters list' shows the names)", KnownParameter);
        _warmStart = Add<string?>("--warm-start", "RUN", "Begin with the best sets of an earlier run of this database, and know all its trials where results mean the same", OptionValue.Text, null);
        _notes = Add<string?>("--notes", "TEXT", "Your own words about the run", OptionValue.Text, null);
    }

    /// <summary>The earlier run to begin with, as the user named it; null: none.</summary>
    public string? WarmStart(ParseResult parsed) => parsed.GetValue(_warmStart);

    /// <summary>The definition with the search options filled in; the earlier run is for the command to find.</summary>
    /// <exception cref="CommandException">Method and sampler contradict each other.</exception>
    public RunDefinition Apply(ParseResult parsed, RunDefinition definition) => definition with
    {
        Method = SamplerNames.MethodOf(parsed.GetValue(_method), parsed.GetValue(_sampler)),
        Sampler = parsed.GetValue(_sampler),
        Pruner = SamplerNames.Pruner(parsed.GetRequiredValue(_pruner)),
        Objectives = parsed.GetValue(_objectives) ?? definition.Objectives,
        Trials = parsed.GetValue(_trials) ?? (definition.Data.IsSynthetic ? 20 : 50),
        Seed = parsed.GetValue(_seed),
        Parallel = parsed.GetValue(_parallel),
        RegimeMode = parsed.GetValue(_regimeMode),
        FixedParameters = (parsed.GetValue(_fix) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Notes = parsed.GetValue(_notes),
    };

    /// <summary>Checks name and value against the catalogue, so that the message comes at once.</summary>
    /// <exception cref="ParameterException">Unknown name or a value out of bounds.</exception>
    internal static KeyValuePair<string, string> KnownParameter(string text)
    {
        KeyValuePair<string, string> pair = OptionValue.Assignment(text);
        ParameterDefinition definition = ParameterCatalog.All[ParameterCatalog.All.IndexOf(pair.Key)];
        return new(pair.Key, definition.Format(definition.Parse(pair.Value)));
    }

    private static RegimeMode Mode(string text) => OptionValue.OneOf(text, ("global", RegimeMode.Global), ("per_regime", RegimeMode.PerRegime));
}
